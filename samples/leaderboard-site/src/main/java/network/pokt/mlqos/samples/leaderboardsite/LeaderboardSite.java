package network.pokt.mlqos.samples.leaderboardsite;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import network.pokt.mlqos.error.MlQosException;

/** Measures simulated nodes, or your own, and serves a public leaderboard of them. */
public final class LeaderboardSite {

    private LeaderboardSite() {}

    public static void main(String[] args) throws Exception {
        System.exit(run(System.out, System.err, args));
    }

    /** Returns the exit code: 0 when all is well, 1 when a ledger is broken, 2 when the caller has to change something. */
    static int run(PrintStream out, PrintStream err, String... args) throws IOException, InterruptedException {
        try {
            List<String> all = List.of(args);
            if (!all.isEmpty() && all.get(0).equals("verify")) {
                return LedgerCheck.run(out, all.subList(1, all.size()));
            }
            Options options = Options.parse(all);
            if (options.help()) {
                out.print(Options.USAGE);
                return 0;
            }
            Running running = Running.start(options, out);
            Runtime.getRuntime().addShutdownHook(new Thread(running::close, "leaderboard-site-end"));
            out.println("It runs until you stop it with Ctrl-C.");
            Thread.currentThread().join();
            return 0;
        } catch (IllegalArgumentException | MlQosException e) {
            err.println(e.getMessage());
            return 2;
        }
    }
}
