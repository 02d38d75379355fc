package network.pokt.mlqos.samples.suppliertools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.pokt.mlqos.relay.supplier.adapter.EndpointAdapter;
import network.pokt.mlqos.relay.supplier.stake.Checked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What docs/suppliers.md and the compose file tell people to write is what the tools take. */
class SupplierGuideTest {

    private static final String TOOL = "java -jar supplier-tools.jar ";

    private static String guide() throws IOException {
        return Files.readString(Path.of("..", "..", "docs", "suppliers.md"));
    }

    @Test
    void each_file_of_the_guide_is_right_and_needs_no_advice() throws Exception {
        Matcher blocks =
                Pattern.compile("```yaml\n# (\\w+)\n(.*?)```", Pattern.DOTALL).matcher(guide());
        List<String> kinds = new ArrayList<>();
        while (blocks.find()) {
            kinds.add(blocks.group(1));
            Checked<?> checked = StakeFiles.read(blocks.group(1), "docs/suppliers.md", blocks.group(2));
            assertThat(checked.problems()).isEmpty();
        }
        assertThat(kinds).containsExactly("supplier", "relayminer", "application", "gateway");
    }

    @Test
    void each_serve_command_of_the_guide_makes_an_adapter(@TempDir Path files) throws Exception {
        List<String> kinds = new ArrayList<>();
        for (String line :
                guide().lines().filter(line -> line.startsWith(TOOL + "serve")).toList()) {
            List<String> words = new ArrayList<>(
                    Arrays.asList(line.substring((TOOL + "serve ").length()).split(" ")));
            adapter(words, files).close();
            kinds.add(words.get(words.indexOf("--backend") + 1));
        }
        List<String> others = new ArrayList<>(BackendKinds.names());
        others.remove("openai-compatible");
        assertThat(kinds).containsExactlyInAnyOrderElementsOf(others);
    }

    @Test
    void the_compose_file_starts_the_adapter_with_a_command_that_it_takes(@TempDir Path files) throws Exception {
        Map<String, Map<String, Map<String, List<String>>>> compose = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(Path.of("docker-compose.yaml")));
        List<String> command = compose.get("services").get("adapter").get("command");
        assertThat(compose.get("services").keySet()).containsExactly("model", "adapter", "relayminer");
        adapter(new ArrayList<>(command.subList(4, command.size())), files).close();
    }

    private static EndpointAdapter adapter(List<String> words, Path files) {
        int folder = words.indexOf("--files");
        if (folder >= 0) {
            words.set(folder + 1, files.toString());
        }
        return SupplierTools.adapter(Options.of(words));
    }
}
