package network.pokt.mlqos.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import tools.jackson.databind.JsonNode;

/** Random and damaged templates compile or not, render or not, but end soon and fail with nothing but TemplateException. */
class TemplateFuzzTest {

    private static final long SEED = 20260722;
    private static final int SHARE = 20_000;
    private static final int LARGE = 2_000_000;

    /** So much fewer steps than usual that the whole of a share fits into seconds. */
    private static final TemplateLimits LIMITS =
            TemplateLimits.standard().withMaxSteps(200_000).withMaxLength(100_000);

    private static final String[] PIECES = {
        "{{",
        "}}",
        "{%",
        "%}",
        "{#",
        "#}",
        "{%-",
        "-%}",
        "{{-",
        "-}}",
        "{%+",
        "for",
        "in",
        "if",
        "elif",
        "else",
        "endfor",
        "endif",
        "set",
        "endset",
        "macro",
        "endmacro",
        "call",
        "endcall",
        "filter",
        "endfilter",
        "raw",
        "endraw",
        "generation",
        "endgeneration",
        "break",
        "continue",
        "with",
        "endwith",
        "is",
        "not",
        "and",
        "or",
        "defined",
        "none",
        "true",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ":",
        ",",
        ".",
        "|",
        "~",
        "+",
        "-",
        "*",
        "**",
        "/",
        "//",
        "%",
        "==",
        "<",
        ">=",
        "=",
        "'a'",
        "\"",
        "'",
        "\\",
        "0",
        "7",
        "1.5",
        "1e308",
        "0x1f",
        "99999999999999999999",
        "a",
        "s",
        "l",
        "d",
        "n",
        "x.y",
        "loop",
        "loop.index",
        "namespace",
        "range(9)",
        "upper",
        "join",
        "map",
        "select",
        "tojson",
        "length",
        "default",
        "replace",
        "regex_replace",
        "split",
        "strip",
        "items",
        "index",
        "__class__",
        "\n",
        " ",
        "  ",
        "é",
        "\uD83D\uDE00",
        "\uD83D",
        "\0",
        "\t",
    };

    private final List<String> seeds = new ArrayList<>();
    private final Map<String, Object> context = new LinkedHashMap<>();

    TemplateFuzzTest() {
        for (JsonNode line : Recorded.resource("cases.jsonl")) {
            seeds.add(line.get("template").asString());
        }
        for (JsonNode line : Recorded.resource("random.jsonl")) {
            seeds.add(line.get("template").asString());
            context.putAll(Recorded.variables(line.get("context")));
        }
    }

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
    void a_share_of_random_templates_ends_as_it_should() {
        fuzz(SEED, SHARE);
    }

    @Test
    @Tag("long")
    @Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
    void millions_of_random_templates_end_as_they_should() {
        fuzz(SEED + 1, LARGE);
    }

    private void fuzz(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        JinjaEnvironment[] environments = {
            JinjaEnvironment.forTasks().toBuilder().limits(LIMITS).build(),
            Recorded.CHAT.toBuilder().limits(LIMITS).build()
        };
        Map<String, Integer> ends = new TreeMap<>();
        long slowest = 0;
        String slow = "";
        for (int i = 0; i < count; i++) {
            String source = random.nextInt(4) == 0 ? random(random) : damaged(random);
            long begun = System.nanoTime();
            String end =
                    end(environments[random.nextInt(environments.length)], source, "seed " + seed + ", number " + i);
            long took = System.nanoTime() - begun;
            ends.merge(end, 1, Integer::sum);
            if (took > slowest) {
                slowest = took;
                slow = source;
            }
        }
        System.out.println(count + " random templates from seed " + seed + " ended: " + ends + "; the slowest took "
                + TimeUnit.NANOSECONDS.toMillis(slowest) + " ms: " + slow.replace("\n", "\\n"));
        assertThat(ends.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(count);
        assertThat(ends.get("rendered"))
                .as("templates that are whole after all")
                .isGreaterThan(count / 20);
        assertThat(ends.get("SYNTAX")).as("templates that are not").isGreaterThan(count / 20);
    }

    private String end(JinjaEnvironment environment, String source, String where) {
        try {
            Template template = environment.compile(source);
            String text = template.render(context);
            assertThat(text.length()).as(where).isLessThanOrEqualTo(LIMITS.maxLength());
            return "rendered";
        } catch (TemplateException e) {
            return e.kind().toString();
        } catch (RuntimeException | Error e) {
            throw new AssertionError(where + ": " + source, e);
        }
    }

    private static String random(SplittableRandom random) {
        StringBuilder source = new StringBuilder(random.nextBoolean() ? "{{ " : "{% ");
        int pieces = 1 + random.nextInt(25);
        for (int i = 0; i < pieces; i++) {
            source.append(PIECES[random.nextInt(PIECES.length)]).append(random.nextInt(3) == 0 ? "" : " ");
        }
        return source.append(random.nextBoolean() ? "}}" : "%}").toString();
    }

    /** One of the recorded templates, or two of them, with a few accidents. */
    private String damaged(SplittableRandom random) {
        StringBuilder source = new StringBuilder(seed(random));
        if (random.nextInt(4) == 0) {
            source.insert(random.nextInt(source.length() + 1), seed(random));
        }
        for (int accidents = random.nextInt(4); accidents > 0; accidents--) {
            int at = random.nextInt(source.length() + 1);
            int end = Math.min(source.length(), at + random.nextInt(6));
            switch (random.nextInt(3)) {
                case 0 -> source.delete(at, end);
                case 1 -> source.insert(at, PIECES[random.nextInt(PIECES.length)]);
                default -> source.insert(at, source.substring(at, end));
            }
        }
        return source.toString();
    }

    private String seed(SplittableRandom random) {
        return seeds.get(random.nextInt(seeds.size()));
    }
}
