package network.pokt.mlqos.lmeh.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.python.PythonRegex;
import org.junit.jupiter.api.Test;

class FilterTest {

    private static final Doc DOC = Doc.of(Map.of(), "none", 1);
    private static final String NUMBERS = "(-?[$0-9.,]{2,})|(-?[0-9]+)";

    @Test
    void the_first_match_counts_and_is_stripped() {
        RegexFilter filter = RegexFilter.first("answer:(.*)");
        assertThat(filter.apply(List.of("answer: 7 \nanswer: 8", "none"), DOC)).isEqualTo(List.of("7", "[invalid]"));
    }

    @Test
    void the_last_match_counts_with_a_negative_index() {
        assertThat(RegexFilter.last(NUMBERS).apply(List.of("12 and $3,4. or 5"), DOC))
                .isEqualTo(List.of("5"));
    }

    @Test
    void of_several_groups_the_first_that_is_not_empty_counts() {
        assertThat(RegexFilter.first("(a)?(b)?(c)?").apply(List.of("bc", "x"), DOC))
                .isEqualTo(List.of("b", "[invalid]"));
    }

    @Test
    void a_match_that_is_not_there_is_the_fallback() {
        RegexFilter third = new RegexFilter(PythonRegex.compile("\\d"), 2, "?");
        RegexFilter thirdLast = new RegexFilter(PythonRegex.compile("\\d"), -3, "?");
        assertThat(third.apply(List.of("1 2", "1 2 3"), DOC)).isEqualTo(List.of("?", "3"));
        assertThat(thirdLast.apply(List.of("1 2", "1 2 3"), DOC)).isEqualTo(List.of("?", "1"));
    }

    @Test
    void an_answer_on_which_the_expression_runs_away_is_the_fallback() {
        assertThat(RegexFilter.first("(a+)+b").apply(List.of("a".repeat(100_000)), DOC))
                .isEqualTo(List.of("[invalid]"));
    }

    @Test
    void a_pipeline_ends_with_one_text() {
        FilterPipeline pipeline = FilterPipeline.of("last", RegexFilter.last("\\d"), ResponseFilter.TAKE_FIRST);
        assertThat(pipeline.apply(List.of("1 2", "3 4"), DOC)).isEqualTo("2");
        assertThat(pipeline.text(List.of("1 2", "3 4"), DOC)).isEqualTo("2");
    }
}
