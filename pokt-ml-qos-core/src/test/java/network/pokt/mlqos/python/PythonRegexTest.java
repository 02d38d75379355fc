package network.pokt.mlqos.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The vectors are what CPython 3.11.7 answers: expressions of evaluation tasks, corners of the syntax, and random ones.
 */
class PythonRegexTest {

    @ParameterizedTest
    @MethodSource("matches")
    void finds_and_removes_what_python_does(JsonNode vector) {
        PythonRegex regex = PythonRegex.compile(vector.get("pattern").asString());
        String text = vector.get("text").asString();
        assertThat(regex.findAll(text)).isEqualTo(found(vector));
        assertThat(regex.removeAll(text)).isEqualTo(vector.get("removed").asString());
        assertThat(regex.find(text)).isEqualTo(!found(vector).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("errors")
    void refuses_what_python_refuses(JsonNode vector) {
        String pattern = vector.get("pattern").asString();
        assertThatThrownBy(() -> PythonRegex.compile(pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The Python expression '" + pattern + "' cannot be used");
    }

    @Test
    void conditional_groups_are_refused_with_a_remedy() {
        assertThatThrownBy(() -> PythonRegex.compile("(a)?(?(1)b|c)"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("write the alternatives out");
    }

    @Test
    void an_expression_that_begins_with_anything_is_linear_in_the_text() {
        String noMatch = "no marker here ".repeat(100_000);
        assertThat(PythonRegex.compile("(?s).*#### ").removeAll(noMatch)).isEqualTo(noMatch);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+b", "(a|aa)+c", "(?:.|\\n)*x{3}z"})
    void an_answer_cannot_keep_a_run_busy(String pattern) {
        PythonRegex regex = PythonRegex.compile(pattern);
        assertThatThrownBy(() -> regex.findAll("a".repeat(200_000)))
                .isInstanceOf(RegexTooCostlyException.class)
                .hasMessageContaining(pattern)
                .hasMessageContaining("200000 characters");
    }

    static List<JsonNode> matches() throws IOException {
        return vectors(vector -> !vector.has("error"));
    }

    static List<JsonNode> errors() throws IOException {
        return vectors(vector -> vector.has("error"));
    }

    private static List<JsonNode> vectors(Predicate<JsonNode> kind) throws IOException {
        try (InputStream in = PythonRegexTest.class.getResourceAsStream("python-re.jsonl")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> JsonMapper.shared().readTree(line))
                    .filter(kind)
                    .toList();
        }
    }

    private static List<List<String>> found(JsonNode vector) {
        List<List<String>> found = new ArrayList<>();
        for (JsonNode match : vector.get("found")) {
            List<String> groups = new ArrayList<>();
            match.forEach(group -> groups.add(group.asString()));
            found.add(groups);
        }
        return found;
    }
}
