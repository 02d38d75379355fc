package network.pokt.mlqos.samples.leaderboardsite.api;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import network.pokt.mlqos.store.StoreException;

/** How far a file of lines that grows can be read: to the end of its last whole line. */
final class LedgerLength {

    /** Longer than any line of a ledger. */
    private static final int MOST_OF_A_LINE = 1 << 20;

    private LedgerLength() {}

    /**
     * The length.
     *
     * @param tag names the content, since the file only grows
     */
    record Measured(long bytes, String tag) {}

    static Measured of(Path file) {
        try (RandomAccessFile lines = new RandomAccessFile(file.toFile(), "r")) {
            long size = lines.length();
            byte[] tail = new byte[(int) Math.min(size, MOST_OF_A_LINE)];
            lines.seek(size - tail.length);
            lines.readFully(tail);
            int end = tail.length;
            while (end > 0 && tail[end - 1] != '\n') {
                end--;
            }
            long bytes = size - tail.length + end;
            return new Measured(bytes, "lines-" + bytes);
        } catch (IOException e) {
            throw new StoreException("The ledger " + file + " cannot be read (" + e + ").", e);
        }
    }
}
