package network.pokt.mlqos.samples.leaderboardsite;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A whole site on a free port, with a simulated past. */
public final class SiteFixture implements AutoCloseable {

    private final Running running;

    private SiteFixture(Running running) {
        this.running = running;
    }

    /** Starts a site of so many nodes after so many simulated days; more options may follow. */
    public static SiteFixture start(Path folder, int nodes, int days, String... more) throws IOException {
        List<String> options = new ArrayList<>(List.of("--data", folder.toString(), "--port", "0", "--rate", "100000"));
        options.addAll(List.of("--simulated", Integer.toString(nodes), "--days", Integer.toString(days)));
        options.addAll(List.of(more));
        return new SiteFixture(Running.start(
                Options.parse(options),
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8)));
    }

    public String address(String path) {
        return "http://127.0.0.1:" + running.site().port() + path;
    }

    int port() {
        return running.site().port();
    }

    @Override
    public void close() {
        running.close();
    }
}
