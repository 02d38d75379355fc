package network.pokt.mlqos.samples.benchmarks;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import network.pokt.mlqos.samples.benchmarks.image.ImageBenchmarks;
import network.pokt.mlqos.samples.benchmarks.requests.MmluRequests;
import network.pokt.mlqos.samples.benchmarks.shannon.RelayOverhead;
import network.pokt.mlqos.samples.benchmarks.shannon.RingRounds;
import network.pokt.mlqos.samples.benchmarks.supplier.AdapterOverhead;
import network.pokt.mlqos.samples.benchmarks.token.TokenBenchmarks;

/** Starts a benchmark by its name; see docs/benchmarks.md for the commands and what they gave. */
public final class Benchmarks {

    private static final String USAGE = """
            java -jar benchmarks.jar engine URL BENCH_DIR REQUESTS CONCURRENCY ROUNDS [PYTHON]
            java -jar benchmarks.jar memory URL BENCH_DIR SAMPLES CONCURRENCY
            java -jar benchmarks.jar token speed DATA_DIR ROUNDS [PYTHON]
            java -jar benchmarks.jar token cold CONTENDER TOKENIZER
            java -jar benchmarks.jar token estimate DATA_DIR LOCALE_DIR...
            java -jar benchmarks.jar shannon ROUNDS
            java -jar benchmarks.jar ring ROUNDS
            java -Xmx512m -jar benchmarks.jar requests TASKS_DIR MMLU_DIR ROUNDS SUBJECTS
            java -jar benchmarks.jar supplier ROUNDS
            java -jar benchmarks.jar image speed ROUNDS [PYTHON]
            java -jar benchmarks.jar image features SAMPLES [PYTHON]
            java -jar benchmarks.jar jmh [JMH OPTIONS]

            URL is a server that answers at once with the canned completion, BENCH_DIR the folder with request.json and
            lm_eval_client.py, PYTHON an interpreter with lm_eval (token speed: with tokenizers and tiktoken; image: with
            scikit-image, torchmetrics and imagehash, or with scipy). DATA_DIR has
            gsm8k, humaneval, ifeval and tokenizers, LOCALE_DIR message catalogues such as /usr/share/locale. CONTENDER is
            fast, native or jtokkit, TOKENIZER a folder or the name of an encoding.
            """;

    private Benchmarks() {}

    public static void main(String[] args) throws Exception {
        if (args.length >= 6 && args[0].equals("engine")) {
            new EngineBenchmark(
                            URI.create(args[1]), Path.of(args[2]), Integer.parseInt(args[3]), Integer.parseInt(args[4]))
                    .compare(Integer.parseInt(args[5]), args.length > 6 ? Optional.of(args[6]) : Optional.empty());
        } else if (args.length == 5 && args[0].equals("memory")) {
            new EngineBenchmark(URI.create(args[1]), Path.of(args[2]), 0, Integer.parseInt(args[4]))
                    .memory(Integer.parseInt(args[3]));
        } else if (args.length >= 4 && args[0].equals("token")) {
            TokenBenchmarks.run(Arrays.copyOfRange(args, 1, args.length));
        } else if (args.length == 2 && args[0].equals("shannon")) {
            RelayOverhead.run(Integer.parseInt(args[1]));
        } else if (args.length == 2 && args[0].equals("ring")) {
            RingRounds.print(Integer.parseInt(args[1]));
        } else if (args.length == 5 && args[0].equals("requests")) {
            MmluRequests.print(
                    Path.of(args[1]), Path.of(args[2]), Integer.parseInt(args[3]), Integer.parseInt(args[4]));
        } else if (args.length == 2 && args[0].equals("supplier")) {
            AdapterOverhead.run(Integer.parseInt(args[1]));
        } else if (args.length >= 3 && args[0].equals("image")) {
            ImageBenchmarks.run(Arrays.copyOfRange(args, 1, args.length));
        } else if (args.length > 0 && args[0].equals("jmh")) {
            org.openjdk.jmh.Main.main(Arrays.copyOfRange(args, 1, args.length));
        } else {
            System.err.print(USAGE);
            System.exit(2);
        }
    }
}
