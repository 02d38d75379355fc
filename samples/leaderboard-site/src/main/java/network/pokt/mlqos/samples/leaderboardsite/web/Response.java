package network.pokt.mlqos.samples.leaderboardsite.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What somebody gets.
 *
 * @param etag names this very content, without quotes
 */
public record Response(int status, String type, String etag, Body body) {

    public static final String HTML = "text/html; charset=utf-8";
    public static final String JSON = "application/json";

    private static final int ETAG_BYTES = 12;

    /** The content. */
    public interface Body {

        long length();

        void writeTo(OutputStream out) throws IOException;
    }

    /** Returns a success whose tag follows from its content. */
    public static Response of(String type, byte[] content) {
        return of(200, type, content);
    }

    /** Returns a text with this status. */
    public static Response of(int status, String type, String text) {
        return of(status, type, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Response of(int status, String type, byte[] content) {
        byte[] hash = sha256().digest(content);
        return new Response(status, type, HexFormat.of().formatHex(hash, 0, ETAG_BYTES), new Bytes(content));
    }

    /** Returns the first {@code length} bytes of a file that only grows. */
    public static Response file(String type, String etag, Path file, long length) {
        return new Response(200, type, etag, new Beginning(file, length));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    private static final class Bytes implements Body {

        private final byte[] bytes;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write(bytes);
        }
    }

    private record Beginning(Path file, long length) implements Body {

        @Override
        public void writeTo(OutputStream out) throws IOException {
            byte[] buffer = new byte[1 << 16];
            try (InputStream in = Files.newInputStream(file)) {
                for (long left = length; left > 0; ) {
                    int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                    if (read < 0) {
                        throw new IOException(file + " is shorter than it was");
                    }
                    out.write(buffer, 0, read);
                    left -= read;
                }
            }
        }
    }
}
