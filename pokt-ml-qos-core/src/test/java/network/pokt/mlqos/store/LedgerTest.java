package network.pokt.mlqos.store;

import static network.pokt.mlqos.store.Samples.A;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import network.pokt.mlqos.time.TimeSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

    private static final TimeSource TIME = TimeSource.system();
    private static final LedgerKey KEY = LedgerKey.generate();

    @TempDir
    Path folder;

    private Path path;

    @BeforeEach
    void nameLedger() {
        path = folder.resolve("ledger.jsonl");
    }

    private Ledger open() {
        return Ledger.open(path, KEY, TIME);
    }

    private LedgerReport verify(LedgerHead... published) {
        return Ledger.verify(path, KEY.publicKey(), List.of(published));
    }

    @Test
    void what_nobody_touched_is_sound_with_every_entry_signed() {
        LedgerHead first;
        LedgerHead second;
        try (Ledger ledger = open()) {
            first = ledger.append(Samples.series(0, 5, A, "t"));
            assertThat(ledger.append(Samples.series(0, 5, A, "t"))).isEqualTo(first);
        }
        try (Ledger ledger = open()) {
            second = ledger.append(List.of(Samples.full(), Samples.at(3, A, "t"), Samples.failed()));
            assertThat(ledger.size()).isEqualTo(7);
        }

        assertThat(verify(first, second)).isEqualTo(new LedgerReport.Sound(7, Optional.of(second), 0));
        assertThat(second.isSignedBy(KEY.publicKey())).isTrue();
        assertThat(LedgerHead.parse(second.json())).isEqualTo(second);
    }

    @Test
    void a_flipped_bit_anywhere_is_found_in_its_line() throws IOException {
        try (Ledger ledger = open()) {
            ledger.append(List.of(Samples.full(), Samples.failed()));
            ledger.append(Samples.series(0, 2, A, "t"));
        }
        byte[] sound = Files.readAllBytes(path);
        for (int position = 0; position < sound.length; position++) {
            byte[] flipped = sound.clone();
            flipped[position] ^= (byte) (1 << position % 8);
            Files.write(path, flipped);
            int at = position;
            long line = 1
                    + new String(sound, 0, position, StandardCharsets.ISO_8859_1)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();

            assertThat(verify())
                    .isInstanceOfSatisfying(
                            LedgerReport.Broken.class,
                            broken -> assertThat(broken.line())
                                    .as("byte %d: %s", at, broken.reason())
                                    .isEqualTo(line));
        }
        Files.write(path, sound);
        assertThat(verify()).isInstanceOf(LedgerReport.Sound.class);
    }

    @Test
    void a_line_that_is_removed_doubled_or_swapped_is_found() throws IOException {
        try (Ledger ledger = open()) {
            ledger.append(Samples.series(0, 4, A, "t"));
        }
        List<String> lines = Files.readAllLines(path);

        Files.write(path, List.of(lines.get(0), lines.get(2), lines.get(3), lines.get(4)));
        assertThat(verify())
                .isInstanceOfSatisfying(
                        LedgerReport.Broken.class,
                        broken -> assertThat(broken.line()).isEqualTo(2));
        Files.write(path, List.of(lines.get(0), lines.get(0), lines.get(1)));
        assertThat(verify())
                .isInstanceOfSatisfying(
                        LedgerReport.Broken.class,
                        broken -> assertThat(broken.line()).isEqualTo(2));
        Files.write(path, List.of(lines.get(1), lines.get(0)));
        assertThat(verify())
                .isInstanceOfSatisfying(
                        LedgerReport.Broken.class,
                        broken -> assertThat(broken.line()).isEqualTo(1));
    }

    @Test
    void an_end_that_was_cut_off_is_found_by_whoever_has_a_published_head() throws IOException {
        LedgerHead head;
        try (Ledger ledger = open()) {
            ledger.append(Samples.series(0, 3, A, "t"));
            head = ledger.append(Samples.series(3, 6, A, "t"));
        }
        Files.write(path, Files.readAllLines(path).subList(0, 4));

        assertThat(verify()).isInstanceOf(LedgerReport.Sound.class);
        assertThat(verify(head))
                .isInstanceOfSatisfying(
                        LedgerReport.Broken.class,
                        broken -> assertThat(broken.reason())
                                .contains("a head of 6 entries was published")
                                .contains("only 3"));
    }

    @Test
    void an_owner_who_rewrites_history_contradicts_his_own_published_head() throws IOException {
        LedgerHead published;
        try (Ledger ledger = open()) {
            published = ledger.append(Samples.series(0, 5, A, "t"));
        }
        Files.delete(path);
        try (Ledger ledger = open()) {
            ledger.append(Samples.series(1, 9, A, "t"));
        }

        assertThat(verify()).isInstanceOf(LedgerReport.Sound.class);
        assertThat(verify(published))
                .isInstanceOfSatisfying(
                        LedgerReport.Broken.class,
                        broken -> assertThat(broken.reason()).contains("the first 5 entries are not"));
    }

    @Test
    void entries_and_growth_are_proved_to_whoever_has_only_heads() throws IOException {
        try (Ledger ledger = open()) {
            LedgerHead older = ledger.append(Samples.series(0, 5, A, "t"));
            LedgerHead newer = ledger.append(Samples.series(5, 12, A, "t"));

            InclusionProof proof = ledger.inclusion(7, newer.size());
            assertThat(proof.proves(Samples.at(7, A, "t").toString(), newer.root()))
                    .isTrue();
            assertThat(proof.proves(Samples.at(8, A, "t").toString(), newer.root()))
                    .isFalse();
            assertThat(ledger.consistency(5, 12).proves(older.root(), newer.root()))
                    .isTrue();
            assertThatThrownBy(() -> ledger.inclusion(3, 13)).hasMessageContaining("has 12 entries");
        }
    }

    @Test
    void a_torn_end_is_cut_off_and_what_stands_before_it_is_signed_next_time() throws IOException {
        try (Ledger ledger = open()) {
            ledger.append(Samples.series(0, 3, A, "t"));
        }
        byte[] bytes = Files.readAllBytes(path);
        List<String> lines = Files.readAllLines(path);
        Files.write(path, Arrays.copyOf(bytes, bytes.length - lines.get(3).length() / 2));
        try (Ledger ledger = open()) {
            assertThat(ledger.size()).isEqualTo(3);
            assertThat(verify())
                    .isInstanceOfSatisfying(
                            LedgerReport.Sound.class,
                            sound -> assertThat(sound.unsigned()).isEqualTo(3));

            ledger.append(Samples.series(0, 4, A, "t"));
        }
        assertThat(verify()).isInstanceOfSatisfying(LedgerReport.Sound.class, sound -> {
            assertThat(sound.entries()).isEqualTo(4);
            assertThat(sound.unsigned()).isZero();
        });
    }

    @Test
    void another_key_and_a_damaged_file_are_refused() throws IOException {
        try (Ledger ledger = open()) {
            ledger.append(Samples.series(0, 3, A, "t"));
            assertThatThrownBy(this::open).hasMessageContaining("open elsewhere");
        }
        LedgerKey other = LedgerKey.generate();
        assertThatThrownBy(() -> Ledger.open(path, other, TIME)).hasMessageContaining("signed by another key");
        assertThat(Ledger.verify(path, other.publicKey(), List.of())).isInstanceOf(LedgerReport.Broken.class);

        Files.writeString(path, "{\"x\":1}\n", StandardOpenOption.APPEND);
        assertThatThrownBy(this::open).hasMessageContaining("Line 5 of the ledger");
    }

    @Test
    void random_lines_are_never_taken_for_a_ledger() throws IOException {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            byte[] noise = new byte[random.nextInt(400) + 1];
            random.nextBytes(noise);
            Files.write(path, noise);
            assertThat(verify()).as("round %d of seed 5", round).isInstanceOf(LedgerReport.Broken.class);
        }
    }

    @Test
    void a_key_is_saved_for_its_owner_alone_and_shows_nothing_of_itself() throws IOException {
        Path file = folder.resolve("key");
        LedgerKey key = LedgerKey.generate();
        key.save(file);
        String secret = Files.readAllLines(file).get(0);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(LedgerKey.load(file).publicKey()).isEqualTo(key.publicKey());
        assertThat(LedgerKey.publicKey(key.publicText())).isEqualTo(key.publicKey());
        assertThat(key.toString()).doesNotContain(secret).contains(key.publicText());
        assertThatThrownBy(() -> key.save(file)).isInstanceOf(StoreException.class);
        Files.write(file, List.of(secret, KEY.publicText()));
        assertThatThrownBy(() -> LedgerKey.load(file)).hasMessageContaining("do not belong together");
        Files.write(file, List.of(secret.substring(4) + "?", KEY.publicText()));
        assertThatThrownBy(() -> LedgerKey.load(file)).hasMessageNotContaining(secret.substring(8, 16));
    }

    @Test
    void a_destroyed_key_signs_nothing_more() {
        LedgerKey key = LedgerKey.generate();
        key.destroy();

        assertThat(key.isDestroyed()).isTrue();
        assertThatThrownBy(() -> Ledger.open(path, key, TIME).append(Samples.series(0, 1, A, "t")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("destroyed");
    }
}
