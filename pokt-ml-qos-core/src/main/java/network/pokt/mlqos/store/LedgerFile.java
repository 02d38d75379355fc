package network.pokt.mlqos.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The file of a ledger: it only grows, whole lines at a time. Guarded by its owner's lock. */
final class LedgerFile {

    private final Path path;
    private final FolderLock lock;
    private final Segment file;

    private LedgerFile(Path path, FolderLock lock, Segment file) {
        this.path = path;
        this.lock = lock;
        this.file = file;
    }

    /** Opens a file for one writer, gives it its lines, and cuts off a last line without an end. */
    static LedgerFile open(Path path, Consumer<String> lines) throws IOException {
        FolderLock lock = FolderLock.take(path.resolveSibling(path.getFileName() + ".lock"), "The ledger " + path);
        try {
            long end = Files.exists(path) ? read(path, lines) : 0;
            return new LedgerFile(path, lock, Segment.resume(path, end));
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static long read(Path path, Consumer<String> lines) throws IOException {
        long end = 0;
        try (LineReader reader = new LineReader(path)) {
            long number = 0;
            for (LineReader.Line line; (line = reader.next()) != null && line.ended(); ) {
                number++;
                try {
                    if (line.text() == null) {
                        throw new IllegalArgumentException("it is no text");
                    }
                    lines.accept(line.text());
                } catch (IllegalArgumentException e) {
                    throw new StoreException(
                            "Line " + number + " of the ledger " + path + " is not as it was written: " + e.getMessage()
                                    + "; restore the file from a copy, or begin a new one.",
                            e);
                }
                end += line.bytes();
            }
        }
        return end;
    }

    /** Writes lines and returns when they are on disk. */
    void append(String lines) {
        try {
            if (file.broken()) {
                throw new IOException("an earlier write or force failed");
            }
            file.write(lines);
            file.force();
        } catch (IOException e) {
            throw new StoreException(
                    "The ledger " + path + " cannot be written (" + e
                            + "); make room, open it again, and hand the same measurements over again.",
                    e);
        }
    }

    /** Says that nothing more may be written. */
    void giveUp() {
        file.giveUp();
    }

    void close() {
        try (lock) {
            file.close();
        } catch (IOException e) {
            throw new StoreException("The ledger " + path + " cannot be closed (" + e + ").", e);
        }
    }
}
