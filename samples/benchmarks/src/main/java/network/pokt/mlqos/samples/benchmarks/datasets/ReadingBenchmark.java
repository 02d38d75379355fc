package network.pokt.mlqos.samples.benchmarks.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import network.pokt.mlqos.lmeh.data.DatasetSource;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a file of JSON lines as documents with typed columns and a hash, beside Jackson reading each line into a map: in
 * turns, medians of time, and how much both keep in memory.
 */
public final class ReadingBenchmark {

    private static final int ROUNDS = 15;
    private static final int WARM_UP = 5;
    private static final double MEGA = 1e6;

    private ReadingBenchmark() {}

    /** A way to read a file, and what came of it. */
    @FunctionalInterface
    private interface Contender {

        List<?> read() throws IOException;
    }

    /** The only argument is the file. */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        Contender documents =
                () -> DatasetSource.files(Map.of("all", file)).split("all").docs();
        Contender maps = () -> maps(file);
        double[] ours = new double[ROUNDS];
        double[] theirs = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double first = milliseconds(documents);
            double second = milliseconds(maps);
            if (round >= 0) {
                ours[round] = first;
                theirs[round] = second;
            }
        }
        double size = Files.size(file) / MEGA;
        print("documents", median(ours), kept(documents), size);
        print("Jackson's maps", median(theirs), kept(maps), size);
    }

    private static List<?> maps(Path file) throws IOException {
        ObjectReader reader = JsonMapper.shared().readerFor(LinkedHashMap.class);
        List<Object> maps = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            maps.add(reader.readValue(line));
        }
        return maps;
    }

    private static double milliseconds(Contender contender) throws IOException {
        long begin = System.nanoTime();
        int size = contender.read().size();
        double took = (System.nanoTime() - begin) / MEGA;
        if (size == 0) {
            throw new IllegalStateException("nothing was read");
        }
        return took;
    }

    /** What is in use after a full collection with the result, less what is without. */
    private static double kept(Contender contender) throws IOException {
        long before = used();
        List<?> result = contender.read();
        long after = used();
        if (result.isEmpty()) {
            throw new IllegalStateException("nothing was read");
        }
        return (after - before) / MEGA;
    }

    private static long used() {
        System.gc();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void print(String name, double milliseconds, double megabytes, double size) {
        System.out.printf(
                Locale.ROOT,
                "%-15s %6.0f ms, %5.0f MB/s, keeps %5.1f MB of a file of %.1f MB%n",
                name,
                milliseconds,
                size / milliseconds * 1000,
                megabytes,
                size);
    }
}
