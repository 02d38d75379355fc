package network.pokt.mlqos.store;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads a file line by line and byte by byte: only a line feed ends a line, and what is no UTF-8 is no text. */
final class LineReader implements AutoCloseable {

    /** No measurement is longer: 64 values with names of 200 characters, each up to six bytes in JSON. */
    private static final int LONGEST_LINE = 1 << 18;

    private final InputStream in;

    LineReader(Path path) throws IOException {
        in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    }

    /**
     * A line.
     *
     * @param text without its end; null if it is no UTF-8 or too long to be one of ours
     * @param bytes how many bytes it has, its end included
     * @param ended whether it has an end
     */
    record Line(@Nullable String text, long bytes, boolean ended) {}

    /** Returns the next line, or null at the end of the file. */
    @Nullable
    Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        long bytes = 0;
        for (int b; (b = in.read()) >= 0; ) {
            bytes++;
            if (b == '\n') {
                return new Line(bytes <= LONGEST_LINE ? text(line) : null, bytes, true);
            }
            if (bytes < LONGEST_LINE) {
                line.write(b);
            }
        }
        return bytes == 0 ? null : new Line(null, bytes, false);
    }

    private static @Nullable String text(ByteArrayOutputStream line) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
