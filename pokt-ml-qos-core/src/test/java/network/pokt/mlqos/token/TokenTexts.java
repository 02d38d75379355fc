package network.pokt.mlqos.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import network.pokt.mlqos.SharedData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real and random texts that tokenizers are compared on. */
final class TokenTexts {

    private static final List<String> FOLDERS = List.of(
            "gsm8k",
            "humaneval",
            "ifeval",
            "bbh",
            "mmlu",
            "math_hard",
            "truthfulqa",
            "hellaswag",
            "arc_challenge",
            "mmlu_pro",
            "winogrande");

    private static final String[] PIECES = {
        "'s",
        "'S",
        "'ſ",
        "'LL",
        "'re",
        "'Ve",
        "'d",
        "'M",
        "'t",
        "'x",
        "  ",
        "\t",
        "\n",
        "\r\n",
        "\u00a0",
        "\u2028",
        "\u3000",
        "def f(x):\n    ",
        "</s>",
        "<s>",
        "<|endoftext|>",
        "<|im_start|>",
        "[INST]",
        "▁",
        "e\u0301",
        "👩‍👩‍👧",
        "ﬁ",
        "½"
    };

    private TokenTexts() {}

    /** Returns different texts from the beginnings of the files of real tasks: questions, answers, code, proofs. */
    static List<String> some(int count) {
        SharedData.path("data");
        return spread(count, Beginnings.TEXTS);
    }

    /** Returns different texts from all the data of real tasks. */
    static List<String> real(int count) {
        SharedData.path("data");
        return spread(count, Real.TEXTS);
    }

    private static List<String> spread(int count, List<String> all) {
        if (all.size() < count) {
            throw new IllegalStateException("There are only " + all.size() + " texts.");
        }
        List<String> chosen = new ArrayList<>(count);
        for (long i = 0; i < count; i++) {
            chosen.add(all.get((int) (i * all.size() / count)));
        }
        return chosen;
    }

    /** Read once for all tests, when the first asks. */
    private static final class Beginnings {
        private static final List<String> TEXTS = read(20);
    }

    /** Read once for all tests, when the first asks. */
    private static final class Real {
        private static final List<String> TEXTS = read(Integer.MAX_VALUE);
    }

    private static List<String> read(int linesPerFile) {
        Path data = SharedData.path("data");
        Set<String> texts = new LinkedHashSet<>();
        for (String folder : FOLDERS) {
            try (Stream<Path> files = Files.walk(data.resolve(folder))) {
                for (Path file : files.filter(f -> f.toString().endsWith(".jsonl"))
                        .sorted()
                        .toList()) {
                    try (Stream<String> lines = Files.lines(file)) {
                        lines.limit(linesPerFile)
                                .forEach(line -> collect(JsonMapper.shared().readTree(line), texts));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return List.copyOf(texts);
    }

    private static void collect(JsonNode node, Set<String> texts) {
        if (node.isString() && node.asString().length() > 3) {
            texts.add(node.asString());
        }
        node.forEach(child -> collect(child, texts));
    }

    /** Returns a text of up to 30 parts from all planes, with traps, runs and, in one of 20, half surrogate pairs. */
    static String random(Random random) {
        StringBuilder text = new StringBuilder();
        boolean halves = random.nextInt(20) == 0;
        for (int parts = random.nextInt(30) + 1; parts > 0; parts--) {
            switch (random.nextInt(9)) {
                case 0 -> text.append(" ".repeat(random.nextInt(5)));
                case 1 -> text.append((char) (' ' + random.nextInt(95)));
                case 2 -> text.appendCodePoint(random.nextInt(0x3000));
                case 3 -> text.appendCodePoint(codePoint(random));
                case 4 -> text.append(random.nextInt(100_000));
                case 5 -> text.append(PIECES[random.nextInt(PIECES.length)]);
                case 6 -> text.appendCodePoint(0x300 + random.nextInt(0x70));
                case 7 -> {
                    int length = random.nextInt(200) == 0 ? random.nextInt(3000) : random.nextInt(8);
                    text.append(Character.toString(codePointOfRun(random)).repeat(length));
                }
                default -> {
                    if (halves) {
                        text.append((char) (Character.MIN_SURROGATE + random.nextInt(0x800)));
                    } else {
                        text.append("ABCdefАбвあアΩßǅ".charAt(random.nextInt(14)));
                    }
                }
            }
        }
        return text.toString();
    }

    private static int codePoint(Random random) {
        int c = random.nextInt(Character.MAX_CODE_POINT + 1);
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? ' ' : c;
    }

    private static int codePointOfRun(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> 'a' + random.nextInt(26);
            case 1 -> 0x4E00 + random.nextInt(0x5000);
            default -> ' ' + random.nextInt(0x500);
        };
    }
}
