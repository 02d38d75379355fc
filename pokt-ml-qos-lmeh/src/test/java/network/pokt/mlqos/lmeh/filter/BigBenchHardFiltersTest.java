package network.pokt.mlqos.lmeh.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.lmeh.data.Doc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BigBenchHardFiltersTest {

    private static final Doc DATES = doc("When?\nOptions:\n(A) 05/01/2021\n(B) 02/23/2021\n(C) 03/11/2021");

    private static Doc doc(String input) {
        return Doc.of(Map.of("input", input), "none", 1);
    }

    private static FilterArguments arguments(Map<String, ?> arguments) {
        return FilterArguments.of("test", arguments);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {"It is (B).~(B)", "That would be 03/11/2021, I think~(C)", "Answer: A~(A)", "no idea~[invalid]"})
    void choices_are_read_in_the_question(String response, String expected) {
        ResponseFilter filter = BigBenchHardFilters.multiChoice(arguments(Map.of(
                "regex_pattern", "(\\([A-Z]\\))", "group_select", 0, "ignore_case", true, "ignore_punctuation", true)));
        assertThat(filter.apply(List.of(response), DATES)).isEqualTo(List.of(expected));
    }

    @ParameterizedTest
    @CsvSource({"It is plausible.,yes", "NO!,no", "not plausible,no", "nobody knows,[invalid]"})
    void an_expression_stands_for_a_value(String response, String expected) {
        // The first expression that matches decides, so their order counts.
        Map<String, String> values = new LinkedHashMap<>();
        values.put("\\b(no|not plausible)\\b", "no");
        values.put("\\b(yes|plausible)\\b", "yes");
        ResponseFilter filter =
                BigBenchHardFilters.mapRegex(arguments(Map.of("ignore_case", true, "regex_pattern_to_value", values)));
        assertThat(filter.apply(List.of(response), DATES)).isEqualTo(List.of(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "So -12 is it~-12",
                "There are Fourteen of them~4",
                "two thousand, three hundred and fifty five~2355",
                "one million and two~1000002",
                "none~1",
                "twenty six~20",
                "no~[invalid]",
            })
    void numbers_come_in_digits_or_words(String response, String expected) {
        ResponseFilter filter = BigBenchHardFilters.numberParse(arguments(Map.of("regex_pattern", "([-0-9]+)")));
        assertThat(filter.apply(List.of(response), DATES)).isEqualTo(List.of(expected));
    }

    @Test
    void words_are_taken_in_the_order_of_their_last_occurrence() {
        ResponseFilter filter = BigBenchHardFilters.wordSort(arguments(Map.of()));
        assertThat(filter.apply(
                        List.of("b, a and c: so a b c d", "cab"), doc("Sort the following words: List: c a\u00a0 b")))
                .isEqualTo(List.of("a b c", ""));
        assertThatThrownBy(() -> filter.apply(List.of("a"), doc("no words"))).hasMessageContaining("no 'List:'");
    }
}
