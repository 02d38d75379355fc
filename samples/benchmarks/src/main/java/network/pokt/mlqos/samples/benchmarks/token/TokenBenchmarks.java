package network.pokt.mlqos.samples.benchmarks.token;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Starts a benchmark of tokenizers. */
public final class TokenBenchmarks {

    private TokenBenchmarks() {}

    /** Runs what the words after {@code token} on the command line say. */
    public static void run(String... args) throws Exception {
        switch (args[0]) {
            case "speed" ->
                new TokenSpeed(Path.of(args[1]))
                        .compare(Integer.parseInt(args[2]), args.length > 3 ? Optional.of(args[3]) : Optional.empty());
            case "cold" -> ColdStart.measure(args[1], args[2]);
            case "estimate" ->
                new EstimateErrors(Path.of(args[1]))
                        .print(Arrays.stream(args, 2, args.length).map(Path::of).toList());
            default ->
                throw new IllegalArgumentException(
                        "There is no token benchmark '" + args[0] + "', use speed, cold or estimate.");
        }
    }
}
