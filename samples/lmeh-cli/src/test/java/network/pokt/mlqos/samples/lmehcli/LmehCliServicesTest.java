package network.pokt.mlqos.samples.lmehcli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** The command line with services other than the measured ones. */
class LmehCliServicesTest extends CliFixture {

    @Test
    void task_files_are_downloaded_once_and_named_by_their_checksum() throws Exception {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            zip.putNextEntry(new ZipEntry("harness-0.4.13/lm_eval/tasks/sums.yaml"));
            zip.write(Files.readAllBytes(folder.resolve("sums.yaml")));
        }
        answer("/v0.4.13.zip", archive.toByteArray());
        String checksum =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archive.toByteArray()));
        String[] words = {
            "--model_args",
            "base_url=" + url("/v1/completions") + ",model=three",
            "--tasks",
            "sums",
            "--tasks_archive",
            url("/v0.4.13.zip"),
            "--tasks_sha256",
            checksum
        };
        assertThat(LmehCli.run(NOON, new PrintStream(out, true), new PrintStream(err, true), words))
                .isEqualTo(2);
        assertThat(err()).contains("name one with --cache");
        String[] cached = Stream.concat(
                        Stream.of(words),
                        Stream.of("--cache", folder.resolve("cache").toString()))
                .toArray(String[]::new);
        assertThat(LmehCli.run(NOON, new PrintStream(out, true), new PrintStream(err, true), cached))
                .isZero();
        assertThat(err()).contains("an archive with the SHA-256 " + checksum);
        assertThat(out()).contains("| 0.5000 |");

        server.removeContext("/v0.4.13.zip");
        String[] offline =
                Stream.concat(Stream.of(cached), Stream.of("--offline")).toArray(String[]::new);
        assertThat(LmehCli.run(NOON, new PrintStream(out, true), new PrintStream(err, true), offline))
                .isZero();
    }

    @Test
    void answers_are_matched_by_the_meaning_that_a_service_of_ones_own_sees_in_them() throws Exception {
        Files.writeString(
                folder.resolve("meant.yaml"),
                "include: sums.yaml\ntask: meant\nmetric_list:\n  - metric: a-vert_match\n    wrong: [\"7\", \"8\"]\n");
        answer(
                "/v1/rerank",
                "{\"results\": [{\"index\": 0, \"relevance_score\": 0.9}, {\"index\": 1, \"relevance_score\": 0.2},"
                        .concat("{\"index\": 2, \"relevance_score\": 0.1}]}")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(run("--tasks", "meant")).isEqualTo(2);
        assertThat(err()).contains("The task meant matches answers by their meaning");
        assertThat(run("--tasks", "meant", "--match_url", url(""))).isEqualTo(2);
        assertThat(run("--tasks", "meant", "--match_url", url(""), "--match_model", "r", "--match_api", "?"))
                .isEqualTo(2);
        assertThat(relays).hasValue(0);
        assertThat(run("--tasks", "meant", "--match_url", url(""), "--match_model", "r"))
                .isZero();
        assertThat(out()).contains("| a-vert_match | 1.0000 |", "0 of 4");
    }
}
