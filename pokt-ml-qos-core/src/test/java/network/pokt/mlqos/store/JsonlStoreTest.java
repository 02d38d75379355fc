package network.pokt.mlqos.store;

import static network.pokt.mlqos.store.Samples.A;
import static network.pokt.mlqos.store.Samples.B;
import static network.pokt.mlqos.store.Samples.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonlStoreTest extends ResultStoreContract {

    private static final int SMALL_SEGMENT = 1 << 16;

    @TempDir
    Path folder;

    @Override
    protected ResultStore create() {
        // Forcing the disk for each of thousands of appends is the business of the crash tests.
        return JsonlStore.builder(folder.resolve("contract"))
                .forceEvery(Duration.ofHours(1))
                .build();
    }

    @Test
    void what_was_appended_is_there_after_opening_again() {
        try (ResultStore first = ResultStore.jsonl(folder)) {
            first.append(Samples.series(0, 50, A, "t"));
            first.append(List.of(Samples.full(), Samples.failed()));
        }

        try (ResultStore second = ResultStore.jsonl(folder)) {
            assertThat(second.count()).isEqualTo(52);
            assertThat(second.append(Samples.series(0, 51, A, "t"))).isEqualTo(1);
            assertThat(second.page(Query.builder().epoch("session 180341").build())
                            .measurements())
                    .containsExactly(Samples.full());
        }
    }

    @Test
    void a_last_line_torn_anywhere_is_cut_off_and_the_rest_is_there() throws IOException {
        try (ResultStore whole = ResultStore.jsonl(folder.resolve("whole"))) {
            whole.append(Samples.series(0, 3, A, "t"));
        }
        byte[] bytes = Files.readAllBytes(segments(folder.resolve("whole")).get(0));
        String text = new String(bytes, StandardCharsets.UTF_8);
        int headerEnd = text.indexOf('\n') + 1;
        int firstEnd = text.indexOf('\n', headerEnd) + 1;
        int secondEnd = text.indexOf('\n', firstEnd) + 1;

        for (int length = 0; length <= bytes.length; length += 7) {
            Path torn = folder.resolve("torn" + length);
            Files.createDirectories(torn);
            Files.write(torn.resolve("measurements-000000001.jsonl"), Arrays.copyOf(bytes, length));
            int kept = length < firstEnd ? 0 : length < secondEnd ? 1 : length < bytes.length ? 2 : 3;
            try (ResultStore reopened = ResultStore.jsonl(torn)) {
                assertThat(reopened.count()).as("torn at byte %d", length).isEqualTo(kept);
                assertThat(reopened.append(Samples.series(0, 4, A, "t"))).isEqualTo(4 - kept);
            }
            try (ResultStore again = ResultStore.jsonl(torn)) {
                assertThat(again.page(Query.all()).measurements()).isEqualTo(Samples.series(0, 4, A, "t"));
            }
        }
    }

    @Test
    void an_end_full_of_zeros_as_after_a_power_cut_is_cut_off() throws IOException {
        try (ResultStore first = ResultStore.jsonl(folder)) {
            first.append(Samples.series(0, 3, A, "t"));
        }
        Files.write(segments(folder).get(0), new byte[5_000], StandardOpenOption.APPEND);

        try (ResultStore second = ResultStore.jsonl(folder)) {
            assertThat(second.count()).isEqualTo(3);
        }
    }

    @Test
    void damage_before_good_lines_is_an_error_that_names_file_and_line() throws IOException {
        try (ResultStore first = ResultStore.jsonl(folder)) {
            first.append(Samples.series(0, 5, A, "t"));
        }
        Path file = segments(folder).get(0);
        byte[] before =
                Files.readString(file).replace("\"id\":\"m2\"", "\"id\":2").getBytes(StandardCharsets.UTF_8);
        Files.write(file, before);

        assertThatThrownBy(() -> ResultStore.jsonl(folder))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("Line 4 of " + file)
                .hasMessageContaining("'id' is missing or no text");
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void a_folder_that_is_open_or_holds_other_files_is_refused() throws IOException {
        try (ResultStore first = ResultStore.jsonl(folder)) {
            assertThatThrownBy(() -> ResultStore.jsonl(folder)).hasMessageContaining("open elsewhere");
            first.append(Samples.series(0, 1, A, "t"));
        }
        Path foreign = folder.resolve("foreign");
        Files.createDirectories(foreign);
        Files.writeString(foreign.resolve("measurements-000000001.jsonl"), "{\"a\":1}\n");

        assertThatThrownBy(() -> ResultStore.jsonl(foreign)).hasMessageContaining("a folder of its own");
    }

    @Test
    void files_stay_within_their_size_and_go_when_everything_in_them_has_expired() throws IOException {
        try (ResultStore small = JsonlStore.builder(folder)
                .segmentBytes(SMALL_SEGMENT)
                .capacity(500)
                .build()) {
            for (int from = 0; from < 4_000; from += 100) {
                small.append(Samples.series(from, from + 100, A, "t"));
            }

            assertThat(segments(folder)).hasSizeBetween(2, 4);
            for (Path segment : segments(folder)) {
                assertThat(Files.size(segment)).isLessThanOrEqualTo(SMALL_SEGMENT);
            }
        }
        try (ResultStore reopened = JsonlStore.builder(folder)
                .segmentBytes(SMALL_SEGMENT)
                .capacity(500)
                .build()) {
            assertThat(reopened.count()).isEqualTo(500);
            assertThat(reopened.append(Samples.series(0, 4_000, A, "t"))).isZero();
        }
    }

    @Test
    void compaction_lets_the_old_go_for_good_and_keeps_the_rest() throws IOException {
        List<Measurement> kept = Samples.series(300, 400, A, "t");
        try (JsonlStore full =
                JsonlStore.builder(folder).segmentBytes(SMALL_SEGMENT).build()) {
            full.append(Samples.series(0, 400, A, "t"));
            long before = sizeOf(folder);

            full.compact(START.plusSeconds(300));

            assertThat(full.page(Query.all()).measurements()).isEqualTo(kept);
            assertThat(sizeOf(folder)).isLessThan(before / 3);
            assertThat(full.append(Samples.series(0, 400, A, "t"))).isZero();
            assertThat(full.append(List.of(Samples.at(500, B, "t")))).isEqualTo(1);
            full.compact();
            full.compact();
        }
        try (ResultStore reopened = ResultStore.jsonl(folder)) {
            assertThat(reopened.count()).isEqualTo(101);
            assertThat(reopened.append(Samples.series(0, 400, A, "t"))).isZero();
        }
        assertThat(segments(folder)).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void a_compaction_that_was_cut_short_leaves_nothing_behind() throws IOException {
        try (ResultStore first = ResultStore.jsonl(folder)) {
            first.append(Samples.series(0, 5, A, "t"));
        }
        Path draft = folder.resolve("measurements-000000001.jsonl" + SegmentLines.DRAFT);
        Files.writeString(draft, "{\"format\":\"pokt-ml-");

        try (ResultStore second = ResultStore.jsonl(folder)) {
            assertThat(second.count()).isEqualTo(5);
        }
        assertThat(draft).doesNotExist();
    }

    @Test
    void an_interrupted_writer_does_not_close_the_file_under_the_others() {
        try (ResultStore shared = ResultStore.jsonl(folder)) {
            Thread.currentThread().interrupt();
            assertThat(shared.append(Samples.series(0, 5, A, "t"))).isEqualTo(5);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(shared.append(Samples.series(5, 6, A, "t"))).isEqualTo(1);
        }
    }

    private static List<Path> segments(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        }
    }

    private static long sizeOf(Path folder) throws IOException {
        long size = 0;
        for (Path segment : segments(folder)) {
            size += Files.size(segment);
        }
        return size;
    }
}
