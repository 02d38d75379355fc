package network.pokt.mlqos;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RelayTiming;

/**
 * The small language model of the shared folder behind its own server.
 *
 * <p>Its Python environment is {@code -Dmlqos.python=INTERPRETER}, or is built below {@code target} by the shared folder's own
 * script, which takes about a minute the first time.
 */
public final class LiveServer implements AutoCloseable {

    private static final String READY = "listening on ";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final URI url;

    private LiveServer(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /** Starts a server with these flags, such as {@code --precision int4}; without any it is honest. */
    public static LiveServer start(String... flags) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                python(), "-u", SharedData.path("tools/node/serve.py").toString(), "--port", "0", "--threads", "1"));
        command.addAll(List.of(flags));
        Path log = Path.of("target", "live-server" + String.join("", flags).replace(':', '-') + ".log");
        Process process =
                new ProcessBuilder(command).redirectError(log.toFile()).start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line; (line = out.readLine()) != null; ) {
            int at = line.indexOf(READY);
            if (at >= 0) {
                return new LiveServer(
                        process, URI.create(line.substring(at + READY.length()).strip()));
            }
        }
        throw new IllegalStateException("The live server did not start, see " + log + ".");
    }

    private static String python() throws IOException, InterruptedException {
        String given = System.getProperty("mlqos.python");
        if (given != null) {
            return given;
        }
        Path environment = Path.of("target", "live-node-venv").toAbsolutePath();
        if (!Files.exists(environment.resolve("ready"))) {
            Path log = Path.of("target", "live-server-install.log");
            int status = new ProcessBuilder(List.of(
                            "bash", SharedData.path("tools/lm-eval/install.sh").toString(), environment.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("The Python environment cannot be built: " + Files.readString(log));
            }
            Files.createFile(environment.resolve("ready"));
        }
        return environment.resolve("bin/python").toString();
    }

    public URI url() {
        return url;
    }

    public RelayResponse send(RelayRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(
                HttpRequest.newBuilder(url.resolve(request.path()))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(
                                request.body().toByteArray()))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        return new RelayResponse(
                answer.statusCode(), answer.headers(), Payload.of(answer.body()), RelayTiming.none(Instant.EPOCH));
    }

    @Override
    public void close() {
        process.destroy();
    }
}
