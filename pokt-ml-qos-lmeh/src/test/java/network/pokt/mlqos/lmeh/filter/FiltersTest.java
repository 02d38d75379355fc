package network.pokt.mlqos.lmeh.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.lmeh.data.Doc;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values were read off lm-evaluation-harness 0.4.13 where it has the filter. */
class FiltersTest {

    private static final Doc DOC =
            Doc.of(Map.of("choices", List.of("Guilty", "Guilty of Romance", "A dog.")), "none", 1);

    private static Object apply(String function, Map<String, ?> arguments, Object... responses) {
        return Filters.of(function, arguments).apply(Arrays.asList(responses), DOC);
    }

    @Test
    void texts_are_cased_and_stripped_as_in_python() {
        assertThat(apply("lowercase", Map.of(), "STRASSE ΑΣ", "É")).isEqualTo(List.of("strasse ας", "é"));
        assertThat(apply("uppercase", Map.of(), "straße")).isEqualTo(List.of("STRASSE"));
        assertThat(apply("remove_whitespace", Map.of(), "\u00a0 a \u2003\n", "b"))
                .isEqualTo(List.of("a", "b"));
    }

    @Test
    void the_majority_wins_and_of_several_the_first() {
        assertThat(apply("majority_vote", Map.of(), "a", "b", "b", "c")).isEqualTo(List.of("b"));
        assertThat(apply("majority_vote", Map.of(), "c", "b", "b", "c")).isEqualTo(List.of("c"));
        assertThat(apply("majority_vote", Map.of(), "a", "b")).isEqualTo(List.of("a"));
    }

    @Test
    void the_first_responses_are_kept_if_there_are_that_many() {
        assertThat(apply("take_first_k", Map.of("k", 2), "a", "b", "c")).isEqualTo(List.of("a", "b"));
        assertThat(apply("take_first_k", Map.of("k", 2L), "a", "b")).isEqualTo(List.of("a", "b"));
        assertThatThrownBy(() -> apply("take_first_k", Map.of("k", 4), "a", "b"))
                .hasMessageContaining("keeps 4 of 2 responses");
    }

    @Test
    void values_are_mapped_to_values_of_any_kind() {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("mapping_dict", Map.of("A", 0, "B", List.of("x")));
        assertThat(apply("map", arguments, "A", "B", "C")).isEqualTo(Arrays.asList(0, List.of("x"), null));
        arguments.put("default_value", 5);
        assertThat(apply("map", arguments, "A", "C", 1)).isEqualTo(List.of(0, 5, 5));
    }

    @Test
    void a_regex_of_something_else_than_a_text_is_the_fallback() {
        assertThat(apply("regex", Map.of("regex_pattern", "\\d", "fallback", "?"), 7, null, "7"))
                .isEqualTo(List.of("?", "?", "7"));
    }

    @Test
    void tags_are_taken_out_of_pairs() {
        assertThat(apply("regex_pos", Map.of(), "[('The', 'DET'), ('cat', 'NOUN')]", "none"))
                .isEqualTo(List.of(List.of("DET", "NOUN"), List.of("invalid")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "It is (B), no (C)~(B)",
                "the defendant is guilty~(A)",
                "GUILTY of romance!~(B)",
                "i saw: a dog~(C)",
                "The choice is: B~(B)",
                "no idea~[invalid]",
            })
    void a_choice_is_found_by_letter_by_text_and_by_letter_behind_a_colon(String response, String expected) {
        Map<String, Object> arguments = Map.of(
                "regex_pattern", "(\\([A-Z]\\))", "ignore_case", true, "ignore_punctuation", true, "group_select", 0);
        assertThat(apply("multi_choice_regex", arguments, response)).isEqualTo(List.of(expected));
    }

    @Test
    void entities_are_put_into_one_form() {
        assertThat(apply("format_span", Map.of(), "Person: Ada, Bob\nlocation : none$$DATE: 1843 $$"))
                .isEqualTo(List.of("per: ada $ per: bob $ date: 1843"));
    }

    @Test
    void behind_take_first_a_text_is_the_list_of_its_characters_as_in_python() {
        FilterPipeline pipeline = FilterPipeline.of(
                "p",
                ResponseFilter.TAKE_FIRST,
                Filters.of("map", Map.of("mapping_dict", Map.of("é", 1), "default_value", 2)),
                ResponseFilter.TAKE_FIRST);
        assertThat(pipeline.apply(List.of("étoile", "x"), DOC)).isEqualTo(1);
        assertThat(pipeline.text(List.of("toile", "x"), DOC)).isEqualTo("2");
        assertThatThrownBy(() -> pipeline.apply(List.of(""), DOC)).hasMessageContaining("put it before take_first");
    }

    @Test
    void without_take_first_a_list_is_left_of_which_the_first_is_judged() {
        FilterPipeline pipeline = FilterPipeline.of("p", Filters.of("take_first_k", Map.of("k", 2)));
        assertThat(pipeline.apply(List.of("a", "b", "c"), DOC)).isEqualTo(List.of("a", "b"));
        assertThat(pipeline.text(List.of("a", "b", "c"), DOC)).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACP_grammar_filter", "decontaminate", "nonsense"})
    void what_there_is_not_is_refused_by_name(String function) {
        assertThatThrownBy(() -> Filters.of(function, Map.of("k", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + function + "'");
    }

    @Test
    void wrong_arguments_are_refused_by_name() {
        assertThatThrownBy(() -> Filters.of("regex", Map.of("pattern", "a")))
                .hasMessage(
                        "The filter 'regex' has no argument 'pattern'; it takes [regex_pattern, group_select, fallback].");
        assertThatThrownBy(() -> Filters.of("regex", Map.of("group_select", "1")))
                .hasMessage("The argument 'group_select' of the filter 'regex' is '1'; give a whole number.");
        assertThatThrownBy(() -> Filters.of("take_first", Map.of("k", 1)))
                .hasMessage("The filter 'take_first' has no argument 'k'; it takes none.");
        assertThatThrownBy(() -> Filters.of("take_first_k", Map.of())).hasMessageContaining("keeps 0 responses");
        assertThatThrownBy(() -> Filters.of("custom", Map.of("filter_fn", "f")))
                .hasMessageContaining("native equivalent");
        assertThatThrownBy(() -> Filters.of("regex", Map.of("regex_pattern", "(")))
                .hasMessageContaining("'('");
        assertThatThrownBy(() -> apply("lowercase", Map.of(), 7)).hasMessageContaining("takes texts, not 7");
    }

    @Test
    void hostile_answers_end_in_the_fallback() {
        assertThat(apply("regex_pos", Map.of(), "('".repeat(50_000))).isEqualTo(List.of(List.of("invalid")));
        assertThat(apply("format_span", Map.of(), "per:,".repeat(5_000) + " ".repeat(10_000)))
                .isInstanceOf(List.class);
    }

    /** Each search reads a hundred million characters before it is given up; {@code FilterTest} always has one of them. */
    @Test
    @Tag("long")
    void catastrophic_patterns_end_in_the_fallback() {
        String hostile = "a".repeat(100_000);
        assertThat(apply("multi_choice_regex", Map.of("regex_pattern", "(a+)+b"), hostile))
                .isEqualTo(List.of("[invalid]"));
        Map<String, Object> arguments = Map.of("regex_pattern", "(a+)+b", "regexes_to_ignore", List.of("(a*)*c"));
        assertThat(apply("multi_choice_regex", arguments, hostile)).isEqualTo(List.of("[invalid]"));
    }
}
