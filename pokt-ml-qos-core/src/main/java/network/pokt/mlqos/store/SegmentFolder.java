package network.pokt.mlqos.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of a store: the last one grows, the others are whole. Guarded by its owner's lock. */
final class SegmentFolder {

    private static final Pattern NAME = Pattern.compile("measurements-\\d{9}\\.jsonl");
    private static final String LOCK = "lock";

    private final Path path;
    private final long segmentBytes;
    private final FolderLock lock;

    /** The newest place in each file, by which a file is known to hold nothing any more. */
    private final NavigableMap<Path, Position> newest = new TreeMap<>();

    private Segment active;

    private SegmentFolder(Path path, long segmentBytes, FolderLock lock, MeasurementIndex index) throws IOException {
        this.path = path;
        this.segmentBytes = segmentBytes;
        this.lock = lock;
        this.active = load(index);
    }

    /** Opens a folder and puts what it holds into the index. */
    static SegmentFolder open(Path path, long segmentBytes, MeasurementIndex index) {
        try {
            Files.createDirectories(path);
            FolderLock lock = FolderLock.take(path.resolve(LOCK), "The store in " + path);
            try {
                return new SegmentFolder(path, segmentBytes, lock, index);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new StoreException(
                    "The store in " + path + " cannot be opened (" + e
                            + "); give a folder that you may write to, with room on its disk.",
                    e);
        }
    }

    private Segment load(MeasurementIndex index) throws IOException {
        List<Path> files = files();
        long end = 0;
        for (Path file : files) {
            boolean last = file.equals(files.get(files.size() - 1));
            SegmentLines.Found found = SegmentLines.read(file, last, measurement -> {
                index.add(measurement);
                note(file, measurement.position());
            });
            found.floor().ifPresent(index::expire);
            end = found.end();
        }
        Path last = files.isEmpty() ? path.resolve(name(1)) : files.get(files.size() - 1);
        // Not even a header was written whole: nothing in this file was ever acknowledged.
        return end == 0 ? Segment.begin(last, index.floor()) : Segment.resume(last, end);
    }

    /** The segments in their order; what a crash left half made is removed. */
    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(path)) {
            for (Path file : all.toList()) {
                if (file.getFileName().toString().endsWith(SegmentLines.DRAFT)) {
                    Files.delete(file);
                }
            }
        }
        try (Stream<Path> all = Files.list(path)) {
            return all.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    private static String name(int number) {
        return String.format(Locale.ROOT, "measurements-%09d.jsonl", number);
    }

    private void note(Path file, Position place) {
        newest.merge(file, place, (one, other) -> one.compareTo(other) < 0 ? other : one);
    }

    Path path() {
        return path;
    }

    /** Writes as many measurements as one file takes, at least one, and returns the index of the first that is left. */
    int write(List<Measurement> measurements, int from, Optional<Position> floor) throws IOException {
        if (active.broken()) {
            throw new IOException("it is broken: an earlier write or force failed, and what is on disk is not known");
        }
        StringBuilder lines = new StringBuilder(line(measurements.get(from)));
        if (active.length() + bytes(lines) > segmentBytes && newest.containsKey(active.path())) {
            roll(floor);
        }
        long room = segmentBytes - active.length() - bytes(lines);
        int to = from + 1;
        for (; to < measurements.size(); to++) {
            String next = line(measurements.get(to));
            room -= bytes(next);
            if (room < 0) {
                break;
            }
            lines.append(next);
        }
        active.write(lines.toString());
        for (int i = from; i < to; i++) {
            note(active.path(), measurements.get(i).position());
        }
        return to;
    }

    private static String line(Measurement measurement) {
        return MeasurementJson.write(measurement) + "\n";
    }

    private static int bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    private void roll(Optional<Position> floor) throws IOException {
        active.force();
        String last = active.path().getFileName().toString();
        int number = Integer.parseInt(last.replaceAll("\\D", ""));
        Segment next = Segment.begin(path.resolve(name(number + 1)), floor);
        active.close();
        if (!newest.containsKey(active.path())) {
            Files.delete(active.path());
        }
        active = next;
        if (floor.isPresent()) {
            dropExpired(floor.get());
        }
    }

    /** The header of the newest file says what has expired, so files that hold nothing else can go. */
    private void dropExpired(Position floor) throws IOException {
        for (Map.Entry<Path, Position> file : new TreeMap<>(newest.headMap(active.path(), false)).entrySet()) {
            if (file.getValue().compareTo(floor) <= 0) {
                Files.delete(file.getKey());
                newest.remove(file.getKey());
            }
        }
    }

    /** Rewrites every file that holds something that the index does not. */
    void compact(MeasurementIndex index) throws IOException {
        roll(index.floor());
        Set<String> written = new HashSet<>();
        for (Path file : List.copyOf(newest.headMap(active.path(), false).keySet())) {
            Position before = newest.remove(file);
            try {
                Segment.replace(file, index.floor(), out -> copy(file, index, written, out));
            } catch (IOException | RuntimeException e) {
                newest.put(file, before);
                throw e;
            }
            if (!newest.containsKey(file)) {
                Files.delete(file);
            }
        }
        Segment.forceFolder(active.path());
    }

    private void copy(Path file, MeasurementIndex index, Set<String> written, Consumer<String> out) {
        try {
            SegmentLines.read(file, false, measurement -> {
                if (index.holds(measurement) && written.add(measurement.id())) {
                    out.accept(MeasurementJson.write(measurement));
                    note(file, measurement.position());
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void force() throws IOException {
        active.force();
    }

    void close() throws IOException {
        try {
            if (!active.broken()) {
                active.force();
            }
        } finally {
            active.close();
            lock.close();
        }
    }
}
