package network.pokt.mlqos.lmeh.data;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Downloads files, each once. Not thread-safe. */
final class HubFiles {

    private static final int PARTIAL_CONTENT = 206;

    private final HubClient client;
    private final HubCache cache;
    private final HubHosts hosts;
    private final boolean offline;
    private final long limit;

    HubFiles(HubClient client, HubCache cache, HubHosts hosts, boolean offline, long limit) {
        this.client = client;
        this.cache = cache;
        this.hosts = hosts;
        this.offline = offline;
        this.limit = limit;
    }

    Path file(String dataset, String revision, String file) {
        URI address = URI.create(hosts.files() + "/datasets/" + escaped(dataset) + "/resolve/"
                + URLEncoder.encode(revision, StandardCharsets.UTF_8) + "/" + escaped(file));
        List<String> names = new ArrayList<>(List.of("files", dataset, revision));
        names.addAll(Arrays.asList(file.split("/")));
        return get(address, cache.place(names.toArray(String[]::new)));
    }

    Path file(URI address) {
        List<String> names = new ArrayList<>(List.of("files", String.valueOf(address.getHost())));
        names.addAll(Arrays.asList(address.getPath().substring(1).split("/")));
        return get(address, cache.place(names.toArray(String[]::new)));
    }

    private static String escaped(String path) {
        return Arrays.stream(path.split("/"))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }

    private Path get(URI address, Path file) {
        if (Files.isRegularFile(file)) {
            return file;
        }
        String what = "the file " + address.getHost() + address.getPath();
        if (offline) {
            throw new DatasetException(
                    "There is no copy of " + what + " at " + file + "; download it once without the offline switch.");
        }
        try {
            download(address, file, what);
            return file;
        } catch (IOException e) {
            throw new DatasetException("The file " + file + " cannot be written (" + e + "); check the folder.", e);
        }
    }

    private void download(URI address, Path file, String what) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Path tag = file.resolveSibling(file.getFileName() + ".etag");
        HttpHeaders headers = client.get(address, continuation(part, tag), head -> open(part, tag, head), limit, what);
        long length = headers.firstValueAsLong("Content-Length").orElse(-1);
        if (headers.firstValue("Content-Range").isEmpty() && length >= 0 && Files.size(part) != length) {
            throw new IOException("it has " + Files.size(part) + " of " + length + " bytes");
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(tag);
    }

    /** Asks for the rest of a file that is there in part, if it is still the same file. */
    private static Map<String, String> continuation(Path part, Path tag) throws IOException {
        if (!Files.exists(part) || !Files.exists(tag) || Files.size(part) == 0) {
            return Map.of();
        }
        return Map.of("Range", "bytes=" + Files.size(part) + "-", "If-Range", Files.readString(tag));
    }

    private static OutputStream open(Path part, Path tag, HubAnswer head) throws IOException {
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
}
