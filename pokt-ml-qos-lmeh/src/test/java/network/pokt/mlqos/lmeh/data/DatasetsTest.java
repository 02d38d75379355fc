package network.pokt.mlqos.lmeh.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import network.pokt.mlqos.lmeh.result.PythonJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetsTest {

    @TempDir
    Path folder;

    /** Recorded from {@code datasets} 5.0.1 on a split of 33 rows. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "train[:3];0 1 2",
                "train[30:];30 31 32",
                "train[-3:];30 31 32",
                "train[:-30];0 1 2",
                "train[10%:12%];3",
                "train[:10%];0 1 2",
                "train[-10%:];30 31 32",
                "train[-40:2];0 1",
                "train[31:40];31 32",
                "train[:1]+train[5:7];0 5 6",
                "train[:2]+test;0 1 100 101 102 103 104 105 106"
            })
    void parts_of_splits_are_those_that_datasets_gives(String expression, String expected) throws IOException {
        assertThat(ids(numbers().split(expression))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"train[1:2:3]", "train[x]", "train[:150%]", "train[4]", "train [:3]", "nope", "train[40:]", "a/b"
            })
    void what_is_no_split_is_refused(String expression) throws IOException {
        DatasetSource source = numbers();
        assertThatThrownBy(() -> source.split(expression)).isInstanceOf(DatasetException.class);
    }

    @Test
    void a_part_has_a_hash_of_its_own_and_the_whole_that_of_the_split() throws IOException {
        DatasetSource source = numbers();
        String whole = source.split("train").sha256();
        assertThat(source.split("train[:100%]").sha256()).isEqualTo(whole);
        assertThat(source.split("train[:5]").sha256()).isNotEqualTo(whole).hasSize(64);
        assertThat(source.split("train[:5]").sha256())
                .isNotEqualTo(source.split("train[:6]").sha256());
    }

    /** Recorded from {@code datasets} 5.0.1: train, test, and what test became. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "{\"a\":1,\"b\":2};{\"b\":1,\"a\":2};{\"a\": 2, \"b\": 1}",
                "{\"a\":1,\"b\":2};{\"b\":1};{\"a\": null, \"b\": 1}",
                "{\"a\":1};{\"a\":1.0};{\"a\": 1}",
                "{\"a\":1.5};{\"a\":1};{\"a\": 1.0}",
                "{\"a\":\"x\"};{\"a\":1};{\"a\": \"1\"}",
                "{\"a\":\"x\"};{\"a\":\"2020-01-01\"};{\"a\": \"2020-01-01 00:00:00\"}",
                "{\"a\":\"x\"};{\"a\":true};{\"a\": \"true\"}",
                "{\"a\":\"x\"};{\"a\":1.5};{\"a\": \"1.5\"}",
                "{\"a\":{\"x\":1,\"y\":2}};{\"a\":{\"x\":1}};{\"a\": {\"x\": 1, \"y\": null}}",
            })
    void the_split_that_is_named_first_says_what_the_columns_are(String train, String test, String expected)
            throws IOException {
        Files.writeString(folder.resolve("train.jsonl"), train);
        Files.writeString(folder.resolve("test.jsonl"), test);
        Documents documents = local("json", Map.of(), "train", "train.jsonl", "test", "test.jsonl")
                .split("test");
        assertThat(PythonJson.line(documents.docs().get(0).columns())).isEqualTo(expected);
    }

    @Test
    void a_file_without_header_gets_its_names_from_the_task() throws IOException {
        Files.writeString(folder.resolve("x.csv"), "1,\"a, b\"\n2,c\n");
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("header", null);
        options.put("column_names", List.of("n", "t"));
        Documents documents = local("csv", options, "train", "*.csv").split("train");
        assertThat(documents.docs())
                .extracting(Doc::columns)
                .extracting(PythonJson::line)
                .containsExactly("{\"n\": 1, \"t\": \"a, b\"}", "{\"n\": 2, \"t\": \"c\"}");
    }

    @Test
    void copies_are_looked_for_by_configuration_first() throws IOException {
        Files.createDirectories(folder.resolve("anatomy"));
        Files.writeString(folder.resolve("anatomy/test.tsv"), "q\tsubject\nwhat\tanatomy\n");
        Files.writeString(
                folder.resolve("test-00000-of-00002.jsonl"), "{\"subject\": \"law\"}\n{\"subject\": \"virology\"}\n");
        Files.writeString(folder.resolve("test-00001-of-00002.jsonl"), "{\"subject\": \"law\", \"extra\": 1}\n");
        Datasets datasets = Datasets.builder()
                .copy("cais/mmlu", folder)
                .copy(
                        "all",
                        ref -> DatasetSource.folder(folder)
                                .where("subject", ref.name().orElseThrow()))
                .build();
        assertThat(datasets.find(DatasetRef.of("cais/mmlu", "anatomy"))
                        .split("test")
                        .docs()
                        .get(0)
                        .text("q"))
                .isEqualTo("what");
        assertThat(datasets.find(DatasetRef.of("cais/mmlu", "../.."))
                        .split("test")
                        .docs())
                .hasSize(3);
        assertThat(datasets.find(DatasetRef.of("all", "law")).split("test").docs())
                .hasSize(2);
        assertThatThrownBy(() -> datasets.find(DatasetRef.of("all", "art")).split("test"))
                .hasMessageContaining("'art'");
    }

    @Test
    void what_is_not_known_or_not_read_is_refused_by_name() {
        Datasets datasets = Datasets.builder().workingDirectory(folder).build();
        assertThatThrownBy(() -> datasets.find(DatasetRef.of("openai/gsm8k")))
                .hasMessageContaining("openai/gsm8k")
                .hasMessageContaining("name a folder");
        assertThatThrownBy(() -> local("parquet", Map.of(), "train", "x.parquet"))
                .hasMessageContaining("'parquet', which is not read");
        assertThatThrownBy(() -> local("csv", Map.of("skiprows", 2), "train", "x.csv"))
                .hasMessageContaining("[skiprows]");
        assertThatThrownBy(() -> local("json", Map.of(), "train", "hf://datasets/a/b/c.jsonl")
                        .split("train"))
                .hasMessageContaining("no hub is given");
        assertThatThrownBy(() -> local("json", Map.of(), "train", "x.jsonl").split("test"))
                .hasMessageContaining("only for [train]");
        assertThatThrownBy(
                        () -> local("json", Map.of(), "train", "missing.jsonl").split("train"))
                .hasMessageContaining("There is no file");
        assertThatThrownBy(() -> local("json", Map.of(), "train", "*.none").split("train"))
                .hasMessageContaining("fits '*.none'");
    }

    private DatasetSource numbers() throws IOException {
        Files.writeString(folder.resolve("a.jsonl"), numbers(0, 33));
        Files.writeString(folder.resolve("b.jsonl"), numbers(100, 107));
        return local("json", Map.of(), "train", "a.jsonl", "test", "b.jsonl");
    }

    private static String numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "{\"i\": " + i + "}\n").collect(Collectors.joining());
    }

    private static String ids(Documents documents) {
        return documents.docs().stream()
                .map(doc -> doc.columns().get("i").toString())
                .collect(Collectors.joining(" "));
    }

    private DatasetSource local(String builder, Map<String, Object> options, String... splitsAndFiles) {
        Map<String, Object> files = new LinkedHashMap<>();
        for (int i = 0; i < splitsAndFiles.length; i += 2) {
            files.put(splitsAndFiles[i], splitsAndFiles[i + 1]);
        }
        Map<String, Object> all = new LinkedHashMap<>(options);
        all.put("data_files", files);
        return Datasets.builder().workingDirectory(folder).build().find(new DatasetRef(builder, Optional.empty(), all));
    }
}
