package network.pokt.mlqos.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import network.pokt.mlqos.template.TemplateException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A template that is not understood fails when it is compiled and says where; one that fails later says in which line. */
class TemplateErrorsTest {

    private static final JinjaEnvironment TASKS = JinjaEnvironment.forTasks();

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{% include 'a' %}~1~4",
                "a\\n{% extends 'a' %}~2~4",
                "{% import 'a' as b %}~1~4",
                "{% from 'a' import b %}~1~4",
                "a\\n\\n  {% block a %}{% endblock %}~3~6",
                "{% autoescape true %}{% endautoescape %}~1~4",
                "{% trans %}a{% endtrans %}~1~4",
                "{% debug %}~1~4",
                "{% do l.append(1) %}~1~4",
                "{{ a }}\\n{{ l|format }}~2~6",
                "{{ l|groupby('a') }}~1~6",
                "{{ l|pprint }}~1~6",
                "{{ 'a'.format(1) }}~1~14",
                "{{ a|nonsense }}~1~6",
                "{{ a is nonsense }}~1~9",
                "{{ f(*l) }}~1~6",
                "{{ f(**l) }}~1~6",
            })
    void what_is_not_supported_is_refused_where_it_stands(String template, int line, int column) {
        TemplateException refusal = refusal(template.replace("\\n", "\n"));
        assertThat(refusal).hasMessageStartingWith("Template line " + line + ", column " + column + ": ");
        assertThat(refusal.line()).hasValue(line);
        assertThat(refusal.column()).hasValue(column);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{{ a~1~1",
                "a {% if a %}~1~13",
                "a\\n{% if a %}b{% endfor %}~2~15",
                "{{ a + }}~1~8",
                "{{ (a }}~1~7",
                "{{ 'a }}~1~4",
                "{{ a b }}~1~6",
                "{% for a b %}~1~10",
                "{# a~1~1",
                "x\\r\\n{{ ? }}~2~4",
            })
    void what_is_malformed_is_refused_where_it_stands(String template, int line, int column) {
        TemplateException refusal = refusal(template.replace("\\n", "\n").replace("\\r", "\r"));
        assertThat(refusal.kind()).isEqualTo(Kind.SYNTAX);
        assertThat(refusal.line()).hasValue(line);
        assertThat(refusal.column()).hasValue(column);
    }

    @Test
    void what_fails_while_rendering_says_in_which_line_and_why() {
        Template template = TASKS.compile("one\n{{ question }}\n{{ choices[2] }}\n");
        assertThatThrownBy(() -> template.render(Map.of("question", "q", "choices", List.of("a", "b"))))
                .isInstanceOf(TemplateException.class)
                .hasMessageStartingWith("Template line 3: ")
                .satisfies(e -> assertThat(((TemplateException) e).kind()).isEqualTo(Kind.UNDEFINED));
        assertThatThrownBy(() -> template.render(Map.of("choices", List.of())))
                .hasMessageStartingWith("Template line 2: 'question' is undefined");
    }

    @Test
    void nothing_that_cannot_be_printed_renders_as_nothing() {
        for (String template : List.of("{{ a }}", "{{ a.b }}", "{{ d.c }}", "{{ d['c'] }}", "{{ l[7] }}")) {
            Template compiled = TASKS.compile(template);
            assertThatThrownBy(() -> compiled.render(Map.of("d", Map.of("x", 1), "l", List.of())))
                    .as(template)
                    .isInstanceOf(TemplateException.class);
        }
    }

    @Test
    void a_template_of_one_expression_has_a_value() {
        Template template = TASKS.compile("{{ choices.text[1:] }}");
        assertThat(template.isExpression()).isTrue();
        assertThat(template.evaluate(Map.of("choices", Map.of("text", List.of("a", 2, true)))))
                .isEqualTo(List.of(2, true));
        assertThat(TASKS.compile("{{ n + 1 }}").evaluate(Map.of("n", 1))).isEqualTo(2L);
        assertThat(TASKS.compile("{{ a }} ").isExpression()).isFalse();
        assertThatThrownBy(() -> TASKS.compile("a").evaluate(Map.of())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> TASKS.compile("{{ a }}").evaluate(Map.of())).hasMessageContaining("'a' is undefined");
    }

    private static TemplateException refusal(String template) {
        return catchThrowableOfType(TemplateException.class, () -> TASKS.compile(template));
    }
}
