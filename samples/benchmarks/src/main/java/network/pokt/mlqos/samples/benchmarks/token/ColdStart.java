package network.pokt.mlqos.samples.benchmarks.token;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import network.pokt.mlqos.token.HuggingFaceTokenizer;
import network.pokt.mlqos.token.OpenAiTokenizer;
import network.pokt.mlqos.token.Tokenizer;

/** What the first count of a JVM costs: time from loading to the answer, and memory afterwards. */
final class ColdStart {

    private static final double MILLIS = 1e6;
    private static final double MEBI = 1 << 20;

    private ColdStart() {}

    static void measure(String contender, String tokenizer) throws IOException {
        long before = System.nanoTime();
        Tokenizer loaded = switch (contender) {
            case "fast" -> HuggingFaceTokenizer.load(Path.of(tokenizer));
            case "native" ->
                HuggingFaceTokenizer.builder(Path.of(tokenizer)).exactOnly().load();
            case "jtokkit" -> OpenAiTokenizer.encoding(tokenizer);
            default ->
                throw new IllegalArgumentException(
                        "There is no contender '" + contender + "', use fast, native or jtokkit.");
        };
        long tokens = loaded.count("How long does the first count take?");
        double millis = (System.nanoTime() - before) / MILLIS;
        System.gc();
        double heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEBI;
        System.out.printf(
                "%s %s: %.0f ms to the first count (%d tokens), heap %.0f MB, %s%n",
                contender, tokenizer, millis, tokens, heap, resident());
    }

    private static String resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.isReadable(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS"))
                        .findFirst()
                        .orElse("")
                : "";
    }
}
