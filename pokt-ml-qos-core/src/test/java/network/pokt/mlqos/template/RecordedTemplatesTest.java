package network.pokt.mlqos.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import network.pokt.mlqos.SharedData;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The templates of real tasks and real models, as lm-evaluation-harness 0.4.13 and transformers 5.18 rendered them. */
class RecordedTemplatesTest {

    private static final Map<String, String> KINDS = Map.of("UndefinedError", "UNDEFINED", "ValueError", "VALUE");

    @Test
    void every_template_of_a_task_renders_the_same() {
        Map<String, Integer> compared = new TreeMap<>();
        List<String> differences = new ArrayList<>();
        for (JsonNode line : Recorded.file(SharedData.path("golden/lmeval/jinja.jsonl"))) {
            String expected = line.has("error")
                    ? "fails: " + KINDS.get(line.get("error").asString())
                    : "prints: " + line.get("output").asString();
            String actual = taskTemplate(line.get("template").asString(), Recorded.variables(line.get("context")));
            compared.merge(line.get("field").asString() + (line.has("error") ? ", failing" : ""), 1, Integer::sum);
            if (!actual.equals(expected)) {
                differences.add(line + " " + actual);
            }
        }
        System.out.println("Templates of tasks compared by field: " + compared);
        assertThat(differences).isEmpty();
        assertThat(compared.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(2_469);
    }

    @Test
    void every_chat_template_renders_the_same() throws IOException {
        Map<String, ChatTemplate> templates = new HashMap<>();
        Map<String, Integer> compared = new TreeMap<>();
        List<String> differences = new ArrayList<>();
        for (JsonNode line : Recorded.file(SharedData.path("golden/lmeval/chat_templates.jsonl"))) {
            String file = line.get("template_file").asString();
            if (!templates.containsKey(file)) {
                Path path = SharedData.path("golden/lmeval").resolve(file);
                templates.put(file, ChatTemplate.compile(Files.readString(path), Recorded.TIME, ZoneOffset.UTC));
            }
            String expected = line.has("error")
                    ? "refuses: " + line.get("error_message").asString()
                    : "prints: " + line.get("output").asString();
            String actual = chat(templates.get(file), line);
            compared.merge(line.get("model").asString(), 1, Integer::sum);
            boolean same = line.path("error").asString("").equals("UndefinedError")
                    ? actual.startsWith("fails: UNDEFINED")
                    : actual.equals(expected);
            if (!same) {
                differences.add(line + " " + actual);
            }
        }
        System.out.println("Conversations compared by chat template: " + compared);
        assertThat(differences).isEmpty();
        assertThat(compared.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(287);
    }

    private static String taskTemplate(String template, Map<String, Object> context) {
        try {
            return "prints: " + JinjaEnvironment.forTasks().compile(template).render(context);
        } catch (TemplateException e) {
            return "fails: " + e.kind();
        }
    }

    @SuppressWarnings("unchecked")
    private static String chat(ChatTemplate template, JsonNode line) {
        List<Map<String, Object>> messages = (List<Map<String, Object>>) Recorded.value(line.get("messages"));
        Map<String, Object> variables = Recorded.variables(line.get("special_tokens"));
        variables.putAll(Recorded.variables(line.path("kwargs")));
        if (line.has("tools")) {
            variables.put("tools", Recorded.value(line.get("tools")));
        }
        try {
            return "prints: "
                    + (line.get("continue_final_message").asBoolean()
                            ? template.renderToContinue(messages, variables)
                            : template.render(
                                    messages, line.get("add_generation_prompt").asBoolean(), variables));
        } catch (TemplateException e) {
            return e.kind() == TemplateException.Kind.RAISED
                    ? "refuses: " + e.reason()
                    : "fails: " + e.kind() + " " + e.reason();
        }
    }
}
