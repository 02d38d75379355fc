package network.pokt.mlqos.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import network.pokt.mlqos.template.TemplateException.Kind;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every construct and every corner that was put to Jinja2, and random templates. */
class RecordedCasesTest {

    @Test
    void every_case_prints_or_fails_as_in_jinja() {
        check("cases.jsonl", 1_398);
    }

    @Test
    void random_templates_print_as_in_jinja() {
        check("random.jsonl", 300);
    }

    @Test
    void literals_are_read_as_in_python() {
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (JsonNode line : Recorded.resource("literals.jsonl")) {
            String text = line.get("text").asString();
            String expected = line.has("error") ? "refused" : line.get("repr").asString();
            String actual;
            try {
                actual = PythonRepr.repr(PythonLiteral.parse(text));
            } catch (TemplateException e) {
                actual = "refused";
            }
            compared++;
            if (!actual.equals(expected)) {
                differences.add(line + " gives " + actual);
            }
        }
        System.out.println("Python literals compared: " + compared);
        assertThat(differences).isEmpty();
        assertThat(compared).isEqualTo(500);
    }

    private static void check(String resource, int lines) {
        Map<String, Integer> compared = new TreeMap<>();
        List<String> differences = new ArrayList<>();
        List<JsonNode> cases = Recorded.resource(resource);
        for (JsonNode recorded : cases) {
            for (JsonNode environment : recorded.get("environments")) {
                String expected = expected(recorded);
                String actual = actual(Recorded.environment(environment.asString()), recorded);
                compared.merge(environment.asString(), 1, Integer::sum);
                if (!actual.equals(expected)) {
                    differences.add(environment.asString() + ": " + recorded + " gives " + actual);
                }
            }
        }
        System.out.println(resource + ": renderings compared by environment: " + compared);
        assertThat(differences).isEmpty();
        assertThat(cases).hasSize(lines);
    }

    private static String expected(JsonNode recorded) {
        if (recorded.has("refused")) {
            return "fails: " + recorded.get("refused").asString();
        }
        return recorded.has("error")
                ? "fails: " + recorded.get("kind").asString()
                : "prints: " + recorded.get("output").asString();
    }

    private static String actual(JinjaEnvironment environment, JsonNode recorded) {
        Map<String, Object> context = Recorded.variables(recorded.path("context"));
        try {
            return "prints: "
                    + environment.compile(recorded.get("template").asString()).render(context);
        } catch (TemplateException e) {
            assertThat(e.line()).as(recorded.toString()).isPresent();
            assertThat(e.reason()).as(recorded.toString()).isNotBlank();
            if (e.kind() == Kind.SYNTAX) {
                assertThat(e.column()).as(recorded.toString()).isPresent();
            }
            return "fails: " + e.kind();
        }
    }
}
