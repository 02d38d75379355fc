package network.pokt.mlqos.lmeh.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Random and adversarial YAML: a value or a ConfigException, in bounded time, and nothing else. */
class YamlFuzzTest {

    private static final long SEED = 20_240_611;
    private static final YamlReader READER = new YamlReader(new YamlLimits(1 << 20, 40, 20_000));
    private static final Path FILE = Path.of("fuzz.yaml");

    private static final List<String> PIECES = List.of(
            "task: x\n",
            "- ",
            "  ",
            "\t",
            ": ",
            ":",
            "\n",
            "\r\n",
            "\u0085",
            "\u2028",
            "'",
            "\"",
            "\\",
            "\\/",
            "\\x4",
            "\\U0010FFFF",
            "{",
            "}",
            "[",
            "]",
            ",",
            "&a ",
            "*a",
            "*b",
            "<<: ",
            "? ",
            "| ",
            ">-\n",
            "%YAML 1.1\n",
            "---\n",
            "...\n",
            "!function ",
            "!!int ",
            "!!binary ",
            "!!set ",
            "!!omap ",
            "!x!y ",
            "!<tag:yaml.org,2002:map> ",
            "#c",
            "1:60",
            "0b1",
            "1_0.5",
            "-.inf",
            "2024-02-30",
            "yes",
            "~",
            "=",
            "include: a\n",
            "é",
            "\ud83d\ude00",
            "\ufeff",
            "\u0000",
            "0".repeat(50),
            "a.b");

    @Test
    void random_documents_end_in_a_value_or_a_clear_error() {
        fuzz(20_000);
    }

    @Test
    @Tag("long")
    void many_random_documents_end_in_a_value_or_a_clear_error() {
        fuzz(2_000_000);
    }

    @Test
    void adversarial_documents_end_soon() {
        for (String yaml : List.of(
                "[".repeat(500_000),
                "{".repeat(500_000),
                "- ".repeat(500_000),
                "? ".repeat(500_000),
                "a: ".repeat(100_000),
                "&a ".repeat(100_000),
                "\"" + "\\/".repeat(200_000) + "\"",
                ("- \"\\/\"\n").repeat(20_000),
                "- " + "9".repeat(500_000),
                "- " + "1:".repeat(200_000) + "1",
                "- " + "1_".repeat(1_900) + ".e",
                "a: |\n" + " x\n".repeat(100_000),
                "a: &a {<<: *a}",
                "%".repeat(100_000),
                "!".repeat(100_000),
                "#".repeat(500_000),
                "\n".repeat(500_000),
                "[" + "[],".repeat(300_000) + "]")) {
            long begun = System.nanoTime();
            outcome(yaml);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
        }
    }

    private static void fuzz(int rounds) {
        Random random = new Random(SEED);
        int values = 0;
        for (int i = 0; i < rounds; i++) {
            StringBuilder yaml = new StringBuilder();
            int pieces = 1 + random.nextInt(25);
            for (int j = 0; j < pieces; j++) {
                yaml.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            values += outcome(yaml.toString()) ? 1 : 0;
        }
        System.out.printf("YAML: %d random documents (seed %d), %d of them have a value%n", rounds, SEED, values);
        assertThat(values).as("seed " + SEED).isBetween(1, rounds - 1);
    }

    private static boolean outcome(String yaml) {
        try {
            READER.value(yaml, FILE);
            return true;
        } catch (ConfigException e) {
            assertThat(e.getMessage()).contains("fuzz.yaml");
            return false;
        } catch (RuntimeException e) {
            String shown = yaml.length() > 500 ? yaml.substring(0, 500) : yaml;
            throw new AssertionError("This document (seed " + SEED + ") ends in " + e + ": " + shown, e);
        }
    }
}
