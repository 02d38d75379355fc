package network.pokt.mlqos.lmeh.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The whole tree of tasks of an installation of lm_eval. */
@Tag("long")
class TaskLibraryLmEvalTest {

    /** Counted with lm_eval 0.4.13's own index, see its spec. */
    private static final int TASKS = 13_123;

    /** An entry {task: TAG, ...} calls all tasks of the tag TAG there, so that only one of them is left; here it does not. */
    private static final String RENAMED = ".members[2].task should be truthfulqa and is truthfulqa_gen";

    @Test
    void every_task_and_group_of_the_harness_resolves() {
        Path root = LmEval.tasks();
        long begun = System.nanoTime();
        TaskLibrary library = TaskLibrary.of(root);
        long indexed = System.nanoTime();
        List<String> refused = new ArrayList<>();
        for (String name : library.tasks()) {
            try {
                assertThat(library.task(name).name()).isEqualTo(name);
            } catch (ConfigException e) {
                refused.add(e.getMessage());
            }
        }
        long loaded = System.nanoTime();
        System.out.printf(
                "%d tasks, %d groups, %d tags: indexed in %d ms, tasks loaded in %d ms; %d refused%n",
                library.tasks().size(),
                library.groups().size(),
                library.tags().size(),
                (indexed - begun) / 1_000_000,
                (loaded - indexed) / 1_000_000,
                refused.size());
        assertThat(library.tasks()).hasSize(TASKS);
        assertThat(refused).allMatch(message -> message.contains("Python class"));
        library.problems().forEach((file, problem) -> System.out.println(file + ": " + problem));
    }

    /**
     * The reference cannot build four groups: flan_held_in has includes inside of members, t0_eval members without names, and
     * toksuite_abridged lists the members of groups that have their own, which here do not count; lingoly aggregates by a function.
     */
    @Test
    void every_group_and_tag_has_the_members_and_fields_that_lm_eval_gives_it() throws Exception {
        Path root = LmEval.tasks().toRealPath();
        TaskLibrary library = TaskLibrary.of(root);
        Process export = new ProcessBuilder(
                        LmEval.python().toString(), "src/test/python/export_groups.py", root.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> refused = new ArrayList<>();
        int compared = 0;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(export.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Map<?, ?> expected = JsonMapper.shared().readValue(line, Map.class);
                String name = (String) expected.get("name");
                if (expected.get("tree") instanceof Map<?, ?> tree && tree.containsKey("error")) {
                    refused.add(name);
                } else {
                    Object ours = tree(library.tree(name));
                    boolean tag = expected.get("tree") instanceof List<?>;
                    Object members = tag ? ((Map<?, ?>) ours).get("members") : ours;
                    assertThat(PlainJson.difference(PlainJson.read(expected.get("tree")), members))
                            .as(name)
                            .isEqualTo(name.equals("openllm") ? RENAMED : "");
                    compared++;
                }
            }
        }
        assertThat(export.waitFor()).isZero();
        assertThat(refused).containsExactly("flan_held_in", "lingoly", "t0_eval", "toksuite_abridged");
        for (String name : List.of("flan_held_in", "t0_eval")) {
            assertThatThrownBy(() -> library.tree(name)).isInstanceOf(ConfigException.class);
        }
        assertThat(library.tree("toksuite_abridged").tasks()).isNotEmpty();
        assertThat(compared).isEqualTo(library.groups().size() + library.tags().size() - refused.size());
        System.out.println(compared + " groups and tags equal lm_eval's.");
    }

    private static Object tree(TaskTree tree) {
        if (tree instanceof TaskGroup group) {
            return Map.of(
                    "group",
                    group.name(),
                    "members",
                    group.members().stream().map(TaskLibraryLmEvalTest::tree).toList());
        }
        Map<String, Object> fields = new LinkedHashMap<>(((TaskConfig) tree).given());
        fields.keySet().removeAll(List.of("metadata", "tag"));
        return Map.of("task", tree.name(), "fields", PlainJson.of(fields, ref -> ref.folder() + "/" + ref.name()));
    }
}
