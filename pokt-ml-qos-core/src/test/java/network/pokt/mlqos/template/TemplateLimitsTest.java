package network.pokt.mlqos.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import network.pokt.mlqos.template.TemplateException.Kind;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a template says, it ends: in bounded time, memory and stack. */
class TemplateLimitsTest {

    private static final JinjaEnvironment TASKS = JinjaEnvironment.forTasks();

    /** A rendering of all steps takes about a second alone on a machine; this one may be busy. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static Stream<String> greedy() {
        return Stream.of(
                "{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}",
                "{% for a in range(100000) %}{% for b in range(100000) %}x{% endfor %}{% endfor %}",
                "{{ 'x' * 1000000000 }}",
                "{{ ('x' * 10000000) * 10000000 }}",
                "{{ [1] * 1000000000 }}",
                "{{ range(1000000000) }}",
                "{{ 9 ** (9 ** 9) }}",
                "{{ 7 ** 10000000 }}",
                "{% set ns = namespace(a='x') %}{% for i in range(100) %}{% set ns.a = ns.a ~ ns.a %}{% endfor %}",
                "{% set ns = namespace(a=[1]) %}{% for i in range(100) %}{% set ns.a = ns.a + ns.a %}{% endfor %}",
                "{% set ns = namespace(a=[]) %}{% for i in range(10000) %}{% set ns.a = [ns.a] %}{% endfor %}{{ ns.a }}",
                "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
                "{% macro f(n) %}{{ f(n + 1) }}{{ f(n + 1) }}{% endmacro %}{{ f(0) }}",
                "{{ 'a' | center(1000000000) }}",
                "{{ ('a' * 100000) | replace('a', 'b' * 100000) }}",
                "{{ 'a' | indent(1000000000) }}",
                "{{ ('a\\n' * 100000) | indent(100000) }}",
                "{{ ('a' * 10000) | regex_replace('(a+)+b', '') }}",
                "{% for i in range(100000) %}{{ 'aaaaaaaaaaaaaaaaaaaaaaaa' | regex_replace('(a+)+b', '') }}{% endfor %}",
                "{{ [[1]] | tojson(indent=1000000000) }}",
                "{{ ','.join(['x' * 1000000] * 1000) }}",
                "{% for i in range(100000) %}{{ 1e300 * 1.1 }}{{ 2 ** 5000 }}{% endfor %}");
    }

    @ParameterizedTest
    @MethodSource("greedy")
    void a_greedy_template_is_ended_by_a_limit(String template) {
        TemplateLimits standard = TemplateLimits.standard();
        TemplateLimits fewer = standard.withMaxSteps(standard.maxSteps() / 10);
        endsByALimit(TASKS.toBuilder().limits(fewer).build(), template);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("greedy")
    void a_greedy_template_is_ended_by_a_standard_limit(String template) {
        endsByALimit(TASKS, template);
    }

    private static void endsByALimit(JinjaEnvironment environment, String template) {
        Assertions.assertTimeoutPreemptively(PATIENCE, () -> {
            TemplateException ended = catchThrowableOfType(
                    TemplateException.class, () -> environment.compile(template).render(Map.of()));
            assertThat(ended).as("the end of " + template).isNotNull();
            assertThat(ended.kind()).as(ended.getMessage()).isIn(Kind.LIMIT, Kind.ARITHMETIC, Kind.VALUE);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{{ ((( ))) }}", "{% if a %}{% endif %}", "{{ [[[ ]]] }}", "{{ - - - 1 }}", "{{ not not 1 }}"})
    void deep_templates_are_refused_however_deep(String shape) {
        for (int depth : List.of(200, 20_000, 200_000)) {
            assertThatThrownBy(() -> TASKS.compile(nested(shape, depth)))
                    .as(shape)
                    .isInstanceOf(TemplateException.class)
                    .satisfies(e -> assertThat(((TemplateException) e).kind()).isEqualTo(Kind.LIMIT));
        }
        assertThat(TASKS.compile("{{ " + "(".repeat(50) + "1" + ")".repeat(50) + " }}")
                        .render(Map.of()))
                .isEqualTo("1");
    }

    @Test
    void a_template_may_be_so_long_and_no_longer() {
        assertThat(TASKS.compile("x".repeat(1_000_000)).render(Map.of())).hasSize(1_000_000);
        assertThatThrownBy(() -> TASKS.compile("x".repeat(1_000_001)))
                .hasMessageContaining("1000001 characters")
                .hasMessageContaining("raise maxSource");
    }

    @Test
    void a_step_and_a_character_too_many_are_refused() {
        TemplateLimits limits = TemplateLimits.standard().withMaxLength(5);
        Template output = TASKS.toBuilder().limits(limits).build().compile("{{ a }}{{ a }}");
        assertThat(output.render(Map.of("a", "12"))).isEqualTo("1212");
        assertThatThrownBy(() -> output.render(Map.of("a", "123"))).hasMessageContaining("more than 5 characters");

        Template steps = TASKS.toBuilder()
                .limits(TemplateLimits.standard().withMaxSteps(1_000))
                .build()
                .compile("{% for a in range(n) %}{{ a }}{% endfor %}");
        assertThat(steps.render(Map.of("n", 10))).isEqualTo("0123456789");
        assertThatThrownBy(() -> steps.render(Map.of("n", 200)))
                .hasMessageContaining("more than 1000 steps")
                .hasMessageContaining("raise maxSteps");
    }

    @Test
    void a_value_that_contains_itself_is_ended() {
        List<Object> endless = new ArrayList<>();
        endless.add(endless);
        for (String template : List.of("{{ a }}", "{{ a|tojson }}", "{{ a == b }}", "{{ a|string|length }}")) {
            List<Object> other = new ArrayList<>();
            other.add(other);
            assertThatThrownBy(() -> TASKS.compile(template).render(Map.of("a", endless, "b", other)))
                    .as(template)
                    .isInstanceOf(TemplateException.class);
        }
    }

    @Test
    void a_thread_with_a_small_stack_survives() throws InterruptedException {
        List<Throwable> thrown = new ArrayList<>();
        Runnable render = () -> {
            for (String template : List.of(
                    "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
                    "{{ " + "(".repeat(90) + "1" + ")".repeat(90) + " }}")) {
                try {
                    TASKS.compile(template).render(Map.of());
                } catch (TemplateException e) {
                    thrown.add(e);
                }
            }
        };
        Thread small = new Thread(null, render, "small stack", 160 * 1024);
        small.setUncaughtExceptionHandler((thread, e) -> thrown.add(e));
        small.start();
        small.join();
        assertThat(thrown).isNotEmpty().allSatisfy(e -> assertThat(e).isInstanceOf(TemplateException.class));
    }

    private static String nested(String shape, int depth) {
        return switch (shape) {
            case "{{ ((( ))) }}" -> "{{ " + "(".repeat(depth) + "1" + ")".repeat(depth) + " }}";
            case "{{ [[[ ]]] }}" -> "{{ " + "[".repeat(depth) + "]".repeat(depth) + " }}";
            case "{{ - - - 1 }}" -> "{{ " + "- ".repeat(depth) + "1 }}";
            case "{{ not not 1 }}" -> "{{ " + "not ".repeat(depth) + "1 }}";
            default -> "{% if 1 %}".repeat(depth) + "{% endif %}".repeat(depth);
        };
    }
}
