package network.pokt.mlqos.store;

import static network.pokt.mlqos.store.Samples.A;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the process that writes a store and fills its disk: nothing acknowledged is lost and nothing is counted twice. */
class CrashTest {

    @TempDir
    Path folder;

    @Test
    void a_killed_process_loses_nothing_that_was_acknowledged() throws Exception {
        killAndCheck(1, 40);
    }

    @Test
    @Tag("long")
    void a_process_killed_twenty_times_loses_nothing_that_was_acknowledged() throws Exception {
        killAndCheck(20, 300);
    }

    /** Kills a writer so many times, each time after a number of batches drawn by a fixed seed. */
    private void killAndCheck(int times, int mostBatches) throws Exception {
        Random random = new Random(11);
        int acknowledged = 0;
        for (int time = 0; time < times; time++) {
            Process writer = start(List.of(), acknowledged);
            try (BufferedReader out = writer.inputReader(StandardCharsets.UTF_8)) {
                int batches = 1 + random.nextInt(mostBatches);
                for (int i = 0; i < batches; i++) {
                    acknowledged = acknowledged(out.readLine());
                }
                // SIGKILL, while the writer is in the middle of something.
                writer.toHandle().destroyForcibly();
                for (String line; (line = out.readLine()) != null && line.matches("acknowledged \\d+"); ) {
                    acknowledged = acknowledged(line);
                }
            }
            assertThat(writer.waitFor(20, TimeUnit.SECONDS)).isTrue();
            acknowledged = check(acknowledged, time);
        }
    }

    /** Opens the folder, checks it, completes it by handing everything over again, and returns how much it then has. */
    private int check(int acknowledged, int time) {
        List<Measurement> kept = new ArrayList<>();
        try (ResultStore store = ResultStore.jsonl(folder)) {
            store.forEach(Query.builder().limit(10_000).build(), kept::add);
            assertThat(kept)
                    .as("kill %d of seed 11 after %d were acknowledged", time, acknowledged)
                    .hasSizeGreaterThanOrEqualTo(acknowledged)
                    .isEqualTo(Samples.series(0, kept.size(), A, "t"));
            int all = (kept.size() + 9) / 10 * 10;
            assertThat(store.append(Samples.series(0, all, A, "t"))).isEqualTo(all - kept.size());
            assertThat(store.count()).isEqualTo(all);
            return all;
        }
    }

    @Test
    void a_full_disk_refuses_the_batch_and_keeps_what_was_acknowledged() throws Exception {
        Assumptions.assumeTrue(
                Path.of("/bin/bash").toFile().canExecute(), "There is no /bin/bash here to limit a file's size with.");
        // The limit, 20 KiB, lies below the size of a segment: the file cannot grow in the middle of a batch.
        Process writer = start(List.of("/bin/bash", "-c", "ulimit -f 20 && exec \"$@\"", "bash"), 0);
        int acknowledged = 0;
        String last;
        try (BufferedReader out = writer.inputReader(StandardCharsets.UTF_8)) {
            while ((last = out.readLine()) != null && last.startsWith("acknowledged")) {
                acknowledged = acknowledged(last);
            }
        }
        assertThat(writer.waitFor(20, TimeUnit.SECONDS)).isTrue();

        assertThat(last).startsWith("refused").contains("cannot be written").contains("make room");
        assertThat(acknowledged).isBetween(10, 200);
        try (ResultStore store = ResultStore.jsonl(folder)) {
            assertThat(store.count()).isEqualTo(acknowledged);
            assertThat(store.append(Samples.series(0, acknowledged + 10, A, "t")))
                    .isEqualTo(10);
        }
    }

    private Process start(List<String> wrapper, int from) throws IOException {
        List<String> command = new ArrayList<>(wrapper);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                CrashingWriter.class.getName(),
                folder.toString(),
                Integer.toString(from)));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static int acknowledged(String line) {
        assertThat(line).matches("acknowledged \\d+");
        return Integer.parseInt(line.substring("acknowledged ".length()));
    }
}
