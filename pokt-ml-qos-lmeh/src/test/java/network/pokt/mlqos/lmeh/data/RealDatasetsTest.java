package network.pokt.mlqos.lmeh.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import network.pokt.mlqos.lmeh.result.PythonJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JsonParser;

/**
 * Small files, and what {@code datasets} 5.0.1 gave to Python for them: {@code load_dataset(kind, data_files={'test':
 * file}, split='test', **options)}, each document written by {@code json.dumps(doc, ensure_ascii=False, default=str)}.
 */
class RealDatasetsTest {

    /** What is read although {@code datasets} gives up. */
    private static final Set<String> MORE_LENIENT =
            Set.of("lone surrogate", "csv 'a,b\\n99999999999999999999,1\\n1,2\\n'", "random 100");

    /** What is refused, since {@code datasets} makes an index of columns without a name, or drops them. */
    private static final Set<String> REFUSED = Set.of("csv 'a,b\\n1,2,3\\n'", "csv '1,x,9\\n2,y,8\\n'");

    /**
     * Where {@code datasets} damages values, which we do not: it shifts values between lists that have nulls in them
     * ({@code typed ...}), and reorders columns, differently each time, if several are mixed.
     */
    private static final Set<String> DAMAGED_BY_DATASETS =
            Set.of("typed 15", "typed 36", "typed 50", "typed 59", "random 11");

    /** The column is called {@code date}, which is enough for pandas to turn its texts into points in time. */
    private static final Set<String> NAMED_LIKE_A_DATE = Set.of("object field3");

    @TempDir
    Path folder;

    @Test
    void files_are_read_as_datasets_reads_them() throws IOException {
        List<String> wrong = new ArrayList<>();
        List<Map<?, ?>> cases = cases();
        assertThat(cases).hasSizeGreaterThan(400);
        for (Map<?, ?> each : cases) {
            String name = (String) each.get("name");
            String expected = each.containsKey("error") || REFUSED.contains(name)
                    ? "an error"
                    : lines((List<?>) each.get("docs"));
            String got = read(each);
            if (got.equals(expected) == isKnownToDiffer(name)) {
                wrong.add(name + "\n" + each.get("text") + "\nexpected\n" + expected + "\ngot\n" + got);
            }
        }
        assertThat(wrong)
                .as(() -> wrong.size() + " of " + cases.size() + "\n" + String.join("\n\n", wrong))
                .isEmpty();
    }

    private static boolean isKnownToDiffer(String name) {
        return MORE_LENIENT.contains(name) || DAMAGED_BY_DATASETS.contains(name) || NAMED_LIKE_A_DATE.contains(name);
    }

    private String read(Map<?, ?> each) throws IOException {
        @SuppressWarnings("unchecked")
        Map<String, Object> options = (Map<String, Object>) each.get("options");
        Path file = folder.resolve("file");
        Files.writeString(file, (String) each.get("text"));
        TableFile kind =
                each.get("kind").equals("csv") ? FileOptions.csv(options) : new JsonFile((String) options.get("field"));
        try {
            Documents documents = new FileSplits(Map.of("test", List.of(file)), kind).split("test");
            return lines(documents.docs().stream().map(Doc::columns).toList());
        } catch (DatasetException e) {
            return "an error";
        }
    }

    private static String lines(List<?> docs) {
        return String.join("\n", docs.stream().map(PythonJson::line).toList());
    }

    private static List<Map<?, ?>> cases() throws IOException {
        List<Map<?, ?>> cases = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                        Objects.requireNonNull(RealDatasetsTest.class.getResourceAsStream("datasets-5.0.1.jsonl")),
                        StandardCharsets.UTF_8));
                JsonParser parser = JsonValues.parser(lines)) {
            while (parser.nextToken() != null) {
                cases.add((Map<?, ?>) new JsonValues().value(parser));
            }
        }
        return cases;
    }
}
