package network.pokt.mlqos.samples.benchmarks.token;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import network.pokt.mlqos.token.HuggingFaceTokenizer;
import network.pokt.mlqos.token.OpenAiTokenizer;
import network.pokt.mlqos.token.TokenCount;
import network.pokt.mlqos.token.TokenCounter;
import network.pokt.mlqos.token.Tokenizer;

/**
 * How far estimated token counts are off, script by script: program messages in many languages that the estimate was not
 * made from, against five tokenizers.
 */
final class EstimateErrors {

    private static final List<String> MODELS = List.of("llama2", "llama3", "qwen2.5");
    private static final List<String> ENCODINGS = List.of("cl100k_base", "o200k_base");

    /** Messages are joined to texts of about so many UTF-16 units, in turns. */
    private static final int[] LENGTHS = {40, 120, 400, 1500, 5000};

    /** Shorter messages are names and dates. */
    private static final int SHORTEST = 20;

    private static final int TEXTS_PER_LANGUAGE = 40;
    private static final double LETTERS_OF_SCRIPT = 0.05;
    private static final double MOST = 0.95;

    private final Path data;
    private final TokenCounter estimating = TokenCounter.estimating();
    private final Map<String, List<double[]>> errors = new TreeMap<>();

    EstimateErrors(Path data) {
        this.data = data;
    }

    void print(List<Path> locales) throws IOException {
        List<Tokenizer> tokenizers = new ArrayList<>();
        for (String model : MODELS) {
            tokenizers.add(HuggingFaceTokenizer.load(data.resolve("tokenizers").resolve(model)));
        }
        ENCODINGS.forEach(name -> tokenizers.add(OpenAiTokenizer.encoding(name)));
        for (List<String> messages : heldBack(locales).values()) {
            joined(messages).forEach(text -> compare(text, script(text), tokenizers));
        }
        for (String document : Texts.documents(data)) {
            compare(document, document.contains("def ") ? "(code)" : "(English)", tokenizers);
        }
        System.out.println("| script | texts | median error | 95 % within | in band |");
        System.out.println("|---|---|---|---|---|");
        errors.forEach(this::print);
    }

    private void print(String script, List<double[]> rows) {
        double[] sizes = rows.stream().mapToDouble(row -> row[0]).sorted().toArray();
        double inside = rows.stream().mapToDouble(row -> row[1]).average().orElse(0);
        int texts = rows.size() / (MODELS.size() + ENCODINGS.size());
        System.out.printf(
                "| %s | %d | %.0f %% | %.0f %% | %.1f %% |%n",
                script, texts, 100 * sizes[sizes.length / 2], 100 * sizes[(int) (MOST * sizes.length)], 100 * inside);
    }

    private void compare(String text, String script, List<Tokenizer> tokenizers) {
        TokenCount estimate = estimating.count(text);
        for (Tokenizer tokenizer : tokenizers) {
            double truth = tokenizer.count(text);
            double inside = estimate.low() <= truth && truth <= estimate.high() ? 1 : 0;
            errors.computeIfAbsent(script, s -> new ArrayList<>()).add(new double[] {
                Math.abs(estimate.tokens() - truth) / truth, inside
            });
        }
    }

    /** Returns the messages of each language that the estimate was not made from: those whose MD5 begins with an odd byte. */
    private static Map<String, List<String>> heldBack(List<Path> locales) throws IOException {
        Map<String, TreeMap<String, String>> byLanguage = new TreeMap<>();
        for (Path locale : locales) {
            try (Stream<Path> files = Files.walk(locale)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".mo")).sorted().toList()) {
                    String language = file.getParent().getParent().getFileName().toString();
                    for (String message : MessageCatalogue.read(file)) {
                        String hash = md5(message);
                        if (message.length() > SHORTEST && Character.digit(hash.charAt(1), 16) % 2 == 1) {
                            byLanguage
                                    .computeIfAbsent(language, l -> new TreeMap<>())
                                    .put(hash, message);
                        }
                    }
                }
            }
        }
        Map<String, List<String>> messages = new TreeMap<>();
        byLanguage.forEach((language, all) -> messages.put(language, List.copyOf(all.values())));
        return messages;
    }

    private static List<String> joined(List<String> messages) {
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (String message : messages) {
            text.append(message).append('\n');
            if (text.length() >= LENGTHS[texts.size() % LENGTHS.length] && texts.size() < TEXTS_PER_LANGUAGE) {
                texts.add(text.toString().strip());
                text.setLength(0);
            }
        }
        return texts;
    }

    /** Returns the commonest script besides plain Latin, if a twentieth of the letters are of it. */
    private static String script(String text) {
        Map<String, Integer> letters = new HashMap<>();
        int all = 0;
        for (int c : text.codePoints().filter(Character::isLetter).toArray()) {
            all++;
            if (c >= 0x80) {
                letters.merge(Character.UnicodeScript.of(c).name(), 1, Integer::sum);
            }
        }
        int enough = (int) (LETTERS_OF_SCRIPT * all) + 1;
        return new TreeSet<>(letters.keySet())
                .stream()
                        .filter(name -> letters.getOrDefault(name, 0) >= enough)
                        .max(java.util.Comparator.comparing(letters::get))
                        .orElse("LATIN");
    }

    private static String md5(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return java.util.HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has MD5.", e);
        }
    }
}
