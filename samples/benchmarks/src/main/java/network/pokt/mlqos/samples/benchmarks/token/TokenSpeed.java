package network.pokt.mlqos.samples.benchmarks.token;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer.Builder;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import network.pokt.mlqos.token.HuggingFaceTokenizer;
import network.pokt.mlqos.token.OpenAiTokenizer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tokens counted per second of CPU time on one thread, contenders in turns.
 *
 * <p>"first" is the first pass of a new tokenizer over the documents with warm code, "again" a later one: ours keeps words.
 */
final class TokenSpeed {

    private static final List<String> TOKENIZERS = List.of("gpt2", "llama3", "qwen2.5", "phi-3-mini");
    private static final List<String> ENCODINGS = List.of("cl100k_base", "o200k_base");
    private static final double MICROS = 1e3;

    private final Path data;
    private final List<String> documents;
    private final List<String> shorts;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Map<String, double[]> best = new LinkedHashMap<>();

    TokenSpeed(Path data) throws IOException {
        this.data = data;
        this.documents = Texts.documents(data);
        this.shorts = Texts.shortened(documents);
    }

    void compare(int rounds, Optional<String> python) throws Exception {
        System.setProperty("ai.djl.offline", "true");
        for (int round = 0; round < rounds; round++) {
            for (String name : TOKENIZERS) {
                Path folder = data.resolve("tokenizers").resolve(name);
                try (HuggingFaceTokenizer ours = HuggingFaceTokenizer.load(folder)) {
                    measure(name + ", ours", ours::count);
                }
                try (ai.djl.huggingface.tokenizers.HuggingFaceTokenizer djl = djl(folder)) {
                    measure(
                            name + ", DJL",
                            text -> djl.encode(text, false, false).getIds().length);
                }
            }
            for (String name : ENCODINGS) {
                OpenAiTokenizer encoding = OpenAiTokenizer.encoding(name);
                measure(name + ", jtokkit", encoding::count);
            }
        }
        System.out.println("| contender | documents first, Mtok/s | again | short string, us |");
        System.out.println("|---|---|---|---|");
        best.forEach((name, b) -> System.out.printf("| %s | %.2f | %.2f | %.2f |%n", name, b[0], b[1], b[2]));
        if (python.isPresent()) {
            python(python.get());
        }
    }

    private static ai.djl.huggingface.tokenizers.HuggingFaceTokenizer djl(Path folder) throws IOException {
        Builder builder = ai.djl.huggingface.tokenizers.HuggingFaceTokenizer.builder()
                .optTokenizerPath(folder)
                .optTruncation(false)
                .optPadding(false);
        return builder.build();
    }

    /** The best of all rounds counts: what disturbs a run only ever takes time. */
    private void measure(String name, ToLongFunction<String> count) {
        double[] now = {speed(documents, count), speed(documents, count), 0};
        speed(shorts, count);
        long before = threads.getCurrentThreadCpuTime();
        shorts.forEach(count::applyAsLong);
        now[2] = (threads.getCurrentThreadCpuTime() - before) / MICROS / shorts.size();
        double[] known = best.computeIfAbsent(name, n -> new double[] {0, 0, Double.MAX_VALUE});
        known[0] = Math.max(known[0], now[0]);
        known[1] = Math.max(known[1], now[1]);
        known[2] = Math.min(known[2], now[2]);
    }

    private double speed(List<String> texts, ToLongFunction<String> count) {
        long before = threads.getCurrentThreadCpuTime();
        long tokens = 0;
        for (String text : texts) {
            tokens += count.applyAsLong(text);
        }
        return tokens * MICROS / (threads.getCurrentThreadCpuTime() - before);
    }

    private void python(String interpreter) throws IOException, InterruptedException {
        Path texts = Files.createTempFile("documents", ".json");
        try (InputStream script = TokenSpeed.class.getResourceAsStream("token_speed.py")) {
            Files.writeString(texts, JsonMapper.shared().writeValueAsString(documents));
            if (script == null) {
                throw new IOException("The jar lacks token_speed.py.");
            }
            String source = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            Process process = new ProcessBuilder(
                            Arrays.asList(interpreter, "-c", source, texts.toString(), data.toString()))
                    .inheritIO()
                    .start();
            process.waitFor();
        } finally {
            Files.delete(texts);
        }
    }
}
