package network.pokt.mlqos.lmeh.result;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * A samples file that is written while a task runs: lines are appended in whatever order documents are done, and put into
 * the order of lm-evaluation-harness at the end, filter by filter and document by document. Only places and hashes of lines
 * are kept in memory. Thread-safe.
 *
 * <pre>{@code
 * try (SamplesFile samples = SamplesFile.create(folder.resolve("samples_gsm8k.jsonl"), List.of("strict-match"))) {
 *     samples.append(line);             // for each document and filter
 *     String hash = samples.finish();   // the task's entry in task_hashes
 * }
 * }</pre>
 *
 * <p>Until then the lines are in a file of the same name with {@code .part} at its end, which {@link #close()} leaves for
 * whoever wants to see what an unfinished run did.
 */
public final class SamplesFile implements AutoCloseable {

    private static final Comparator<Place> HARNESS_ORDER =
            Comparator.comparingInt(Place::filter).thenComparingInt(Place::docId);

    private final Path file;
    private final Path part;
    private final List<String> filters;
    private final FileChannel channel;
    private final List<Place> places = new ArrayList<>();
    private long end;

    private record Place(int filter, int docId, long offset, int length, String hashes) {}

    private SamplesFile(Path file, Path part, List<String> filters, FileChannel channel) {
        this.file = file;
        this.part = part;
        this.filters = filters;
        this.channel = channel;
    }

    /**
     * Creates a file, with the folders it is in; what an unfinished run left is overwritten.
     *
     * @param filters the names of the task's filter pipelines in their order
     */
    public static SamplesFile create(Path file, List<String> filters) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            FileChannel channel = FileChannel.open(
                    part,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.READ);
            return new SamplesFile(file, part, List.copyOf(filters), channel);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /**
     * Appends a line.
     *
     * @throws IllegalArgumentException if its filter is not one of the file's
     */
    public void append(SampleLine line) {
        int filter = filters.indexOf(line.filter());
        if (filter < 0) {
            throw new IllegalArgumentException("The samples file " + file + " has no filter '" + line.filter()
                    + "', only " + filters + "; name it when creating the file.");
        }
        String doc = line.docHash();
        String prompt = line.promptHash();
        String target = line.targetHash();
        byte[] bytes = (line.json(doc, prompt, target) + "\n").getBytes(StandardCharsets.UTF_8);
        write(bytes, new Place(filter, line.docId(), 0, bytes.length, doc + prompt + target));
    }

    private synchronized void write(byte[] bytes, Place place) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer, end + buffer.position());
            }
            places.add(new Place(place.filter, place.docId, end, place.length, place.hashes));
            end += bytes.length;
        } catch (IOException e) {
            throw unwritable(part, e);
        }
    }

    /** Puts the lines into order, and returns the hash of all of them for {@code task_hashes}. */
    public synchronized String finish() {
        Path ordered = file.resolveSibling(file.getFileName() + ".new");
        places.sort(HARNESS_ORDER);
        MessageDigest hash = Sha256.digest();
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(ordered))) {
                for (Place place : places) {
                    hash.update(place.hashes.getBytes(StandardCharsets.UTF_8));
                    out.write(read(place));
                }
            }
            Files.move(ordered, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            channel.close();
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
        return HexFormat.of().formatHex(hash.digest());
    }

    private byte[] read(Place place) throws IOException {
        ByteBuffer line = ByteBuffer.allocate(place.length);
        while (line.hasRemaining()) {
            if (channel.read(line, place.offset + line.position()) < 0) {
                throw new IOException("a line is missing");
            }
        }
        return line.array();
    }

    /** Closes the file; calling it again, or after {@link #finish()}, has no effect. */
    @Override
    public synchronized void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw unwritable(part, e);
        }
    }

    private static UncheckedIOException unwritable(Path file, IOException cause) {
        return new UncheckedIOException(
                "The samples file " + file + " cannot be written (" + cause + "); check the folder.", cause);
    }
}
