package network.pokt.mlqos.lmeh.data;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Downloads files, each once. Not thread-safe. */
final class HubFiles {

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
        PartialFile part = new PartialFile(file);
        HttpHeaders headers = client.get(address, part, limit, what);
        part.complete(headers);
    }
}
