package network.pokt.mlqos.lmeh.data;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpHeaders;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * A file that is being downloaded: what is there of it, and the tag by which the server knows whether it is still the same
 * file. Each attempt asks for the rest only.
 */
final class PartialFile implements HubClient.Target {

    private static final int PARTIAL_CONTENT = 206;

    private final Path file;
    private final Path part;
    private final Path tag;

    PartialFile(Path file) {
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
        this.tag = file.resolveSibling(file.getFileName() + ".etag");
    }

    /** The last byte is asked for once more: servers refuse to send the rest of a file that is whole. */
    @Override
    public Map<String, String> headers() throws IOException {
        if (!Files.exists(part) || !Files.exists(tag) || Files.size(part) < 2) {
            return Map.of();
        }
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - 1);
            return Map.of("Range", "bytes=" + channel.size() + "-", "If-Range", Files.readString(tag));
        }
    }

    @Override
    public OutputStream open(HubAnswer head) throws IOException {
        if (head.status() == PARTIAL_CONTENT) {
            return Files.newOutputStream(part, StandardOpenOption.APPEND);
        }
        Files.deleteIfExists(tag);
        // Only a strong tag promises that the rest belongs to what is there.
        String etag = head.headers().firstValue("ETag").orElse("");
        if (etag.startsWith("\"")) {
            HubCache.write(tag, etag);
        }
        return Files.newOutputStream(part);
    }

    /** Gives the file its name, after the last attempt has answered with these headers. */
    void complete(HttpHeaders headers) throws IOException {
        long length = headers.firstValueAsLong("Content-Length").orElse(-1);
        boolean whole = headers.firstValue("Content-Range").isEmpty();
        if (whole && length >= 0 && Files.size(part) != length) {
            throw new IOException("it has " + Files.size(part) + " of " + length + " bytes");
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(tag);
    }
}
