package network.pokt.mlqos.lmeh.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetSourceTest {

    @TempDir
    Path folder;

    @Test
    void documents_keep_the_order_of_the_file_and_of_their_columns() throws IOException {
        write("test.jsonl", "{\"b\": 1, \"a\": [\"x\"]}\n\n{\"b\": 2.5, \"a\": null}\n");
        Documents test = DatasetSource.folder(folder).split("test");
        assertThat(test.docs()).hasSize(2);
        assertThat(test.docs().get(0).columns().keySet()).containsExactly("b", "a");
        assertThat(test.docs().get(1).columns()).containsEntry("b", 2.5).containsEntry("a", null);
        assertThat(test.docs().get(1)).hasToString(folder.resolve("test.jsonl") + " line 3");
    }

    @Test
    void a_compressed_file_holds_the_same() throws IOException {
        String lines = "{\"a\": \"é\"}\n{\"a\": \"ß\"}\n";
        write("plain.jsonl", lines);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("packed.jsonl.gz")))) {
            out.write(lines.getBytes(StandardCharsets.UTF_8));
        }
        DatasetSource source = DatasetSource.folder(folder);
        assertThat(source.split("packed").docs())
                .isEqualTo(source.split("plain").docs());
        assertThat(source.split("packed").sha256())
                .isEqualTo(source.split("plain").sha256())
                .hasSize(64);
    }

    @Test
    void the_hash_changes_with_the_documents() throws IOException {
        write("a.jsonl", "{\"a\": 1}\n{\"a\": 2}\n");
        write("b.jsonl", "{\"a\": 2}\n{\"a\": 1}\n");
        DatasetSource source = DatasetSource.folder(folder);
        assertThat(source.split("a").sha256()).isNotEqualTo(source.split("b").sha256());
    }

    @Test
    void a_missing_file_is_named_with_what_belongs_into_it() {
        assertThatThrownBy(() -> DatasetSource.folder(folder).split("test"))
                .isInstanceOf(DatasetException.class)
                .hasMessage("There is neither test.jsonl nor test.jsonl.gz in " + folder + ", nor the like in"
                        + " .json, .csv or .tsv; put the split there with the columns that it has at Hugging Face.");
        assertThatThrownBy(() -> DatasetSource.files(Map.of("test", folder)).split("train"))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("'train'")
                .hasMessageContaining("[test]");
    }

    @Test
    void a_line_that_is_no_object_is_named() throws IOException {
        for (String bad : List.of("{\"a\": ", "[1]", "7", "{\"a\": 1, \"a\": 2}", "{\"a\": 1,}")) {
            Path file = write("test.jsonl", "{\"a\": 1}\n" + bad + "\n{\"a\": 3}\n");
            assertThatThrownBy(() -> DatasetSource.folder(folder).split("test"))
                    .as(bad)
                    .isInstanceOf(DatasetException.class)
                    .hasMessageStartingWith("In " + file + " line 2 is no JSON object")
                    .hasMessageEndingWith("correct or remove the line.");
        }
    }

    @Test
    void damaged_files_are_not_read_past_the_damage() throws IOException {
        Files.write(folder.resolve("latin.jsonl"), "{\"a\": \"é\"}\n".getBytes(StandardCharsets.ISO_8859_1));
        Files.write(folder.resolve("cut.jsonl.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0});
        write("empty.jsonl", "\n");
        DatasetSource source = DatasetSource.folder(folder);
        assertThatThrownBy(() -> source.split("latin"))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("is not UTF-8");
        assertThatThrownBy(() -> source.split("cut"))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("cut.jsonl.gz");
        assertThatThrownBy(() -> source.split("empty"))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("no document");
    }

    @Test
    void columns_that_are_not_what_a_task_needs_are_named_with_their_place() throws IOException {
        Path file = write("test.jsonl", "{\"a\": 1, \"o\": {\"t\": [\"x\", 2], \"s\": \"y\"}}\n");
        Doc doc = DatasetSource.folder(folder).split("test").docs().get(0);
        assertThat(doc.text("o", "s")).isEqualTo("y");
        assertThatThrownBy(() -> doc.text("a"))
                .isInstanceOf(DatasetException.class)
                .hasMessage("In " + file + " line 1 there is no text in the column a; correct or remove the line.");
        assertThatThrownBy(() -> doc.texts("o", "t"))
                .hasMessageContaining("something else than texts in the column o.t");
        assertThatThrownBy(() -> doc.texts("o", "missing"))
                .hasMessageContaining("no list of texts in the column o.missing");
    }

    @Test
    void documents_are_equal_by_their_columns_alone() {
        Doc here = Doc.of(Map.of("a", 1), "x", 1);
        assertThat(Doc.of(Map.of("a", 1), "y", 9)).isEqualTo(here).hasSameHashCodeAs(here);
        assertThat(Doc.of(Map.of("a", 2), "x", 1)).isNotEqualTo(here);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
