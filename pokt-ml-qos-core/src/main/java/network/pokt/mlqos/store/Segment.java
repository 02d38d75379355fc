package network.pokt.mlqos.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One file of a store: a header and then a measurement a line. Guarded by its owner's lock.
 *
 * <p>It writes through {@link RandomAccessFile} because a file channel closes under the hands of every other writer when one
 * of them is interrupted.
 */
final class Segment implements AutoCloseable {

    private final Path path;
    private final RandomAccessFile file;
    private long length;
    private boolean broken;

    private Segment(Path path) throws IOException {
        this.path = path;
        this.file = new RandomAccessFile(path.toFile(), "rw");
    }

    /** Makes a segment that does not exist yet, header on disk. */
    static Segment begin(Path path, Optional<Position> floor) throws IOException {
        Segment segment = new Segment(path);
        try {
            segment.file.setLength(0);
            segment.write(SegmentLines.header(floor) + "\n");
            segment.force();
            forceFolder(path);
            return segment;
        } catch (IOException | RuntimeException e) {
            segment.file.close();
            throw e;
        }
    }

    /** Opens a segment whose last good line ends at an offset, and cuts off what stands behind it. */
    static Segment resume(Path path, long end) throws IOException {
        Segment segment = new Segment(path);
        try {
            forceFolder(path);
            if (segment.file.length() != end) {
                segment.file.setLength(end);
                segment.force();
            }
            segment.length = end;
            return segment;
        } catch (IOException | RuntimeException e) {
            segment.file.close();
            throw e;
        }
    }

    /** Replaces a file by what a writer puts into a new one: at every moment there is the old one or the new one, whole. */
    static void replace(Path path, Optional<Position> floor, Consumer<Consumer<String>> content) throws IOException {
        Path draft = path.resolveSibling(path.getFileName() + SegmentLines.DRAFT);
        try (Segment segment = begin(draft, floor)) {
            StringBuilder batch = new StringBuilder();
            content.accept(line -> {
                batch.append(line).append('\n');
                if (batch.length() > 1 << 16) {
                    segment.writeUnchecked(batch);
                }
            });
            segment.writeUnchecked(batch);
            segment.force();
        }
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(path);
    }

    Path path() {
        return path;
    }

    /** Returns how many bytes it has. */
    long length() {
        return length;
    }

    boolean broken() {
        return broken;
    }

    /** Writes text behind everything else, or nothing: half of it is taken back when the disk does not take the whole. */
    void write(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            file.seek(length);
            file.write(bytes);
            length += bytes.length;
        } catch (IOException e) {
            takeBack(e);
            throw e;
        }
    }

    private void takeBack(IOException reason) {
        try {
            file.setLength(length);
        } catch (IOException e) {
            broken = true;
            reason.addSuppressed(e);
        }
    }

    private void writeUnchecked(StringBuilder batch) {
        try {
            write(batch.toString());
            batch.setLength(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says that nothing more may be written, because what was written no longer fits what its owner has in memory. */
    void giveUp() {
        broken = true;
    }

    /** Returns when everything written is on disk. After a failure nobody knows what is, and nothing more is written. */
    void force() throws IOException {
        try {
            file.getFD().sync();
        } catch (IOException e) {
            broken = true;
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** A new or renamed file is there after a power cut only if its folder was forced too, where the system can do that. */
    static void forceFolder(Path path) {
        try (FileChannel folder = FileChannel.open(path.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            // Windows opens no folders, and keeps names by itself.
        }
    }
}
