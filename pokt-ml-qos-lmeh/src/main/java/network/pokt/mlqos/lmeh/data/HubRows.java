package network.pokt.mlqos.lmeh.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import network.pokt.mlqos.lmeh.data.ColumnType.Struct;

/**
 * The rows of datasets: {@code /splits} says which configurations and splits there are, {@code /info} of what types the
 * columns are and how many rows a split has, {@code /rows} gives a hundred of them at a time. Not thread-safe.
 */
final class HubRows {

    /** The most that the service gives at once. */
    private static final int PAGE = 100;

    /** A page of a hundred long documents has a few megabytes. */
    private static final long PAGE_LIMIT = 64L << 20;

    private final HubClient client;
    private final HubCache cache;
    private final HubHosts hosts;
    private final boolean offline;
    private final long limit;

    HubRows(HubClient client, HubCache cache, HubHosts hosts, boolean offline, long limit) {
        this.client = client;
        this.cache = cache;
        this.hosts = hosts;
        this.offline = offline;
        this.limit = limit;
    }

    Documents documents(String dataset, Optional<String> named, String split) {
        try {
            String configuration = configuration(dataset, named, split);
            HubSplit stored = new HubSplit(cache.place("datasets", dataset, configuration, split));
            if (!stored.isComplete()) {
                requireOnline(dataset, split);
                download(stored, dataset, configuration, split);
            }
            return read(stored);
        } catch (IOException e) {
            throw new DatasetException(
                    "The cache of the dataset " + dataset + " cannot be used (" + e + "); check its folder.", e);
        }
    }

    private void requireOnline(String dataset, String split) {
        if (offline) {
            throw new DatasetException("The split '" + split + "' of " + dataset
                    + " has not been downloaded; download it once without the offline switch.");
        }
    }

    private static Documents read(HubSplit stored) throws IOException {
        Struct type = HubFeatures.document(
                (Map<?, ?>) Objects.requireNonNull(stored.about().get("features")));
        List<Doc> docs = new ArrayList<>();
        String place = stored.file().toString();
        String hash = TextFile.readHashed(stored.file(), text -> {
                    new JsonFile(null)
                            .read(text, stored.file(), (row, line) -> docs.add(Doc.of(type.row(row), place, line)));
                    return docs;
                })
                .sha256();
        if (docs.isEmpty()) {
            throw new DatasetException("There is no document in " + place + "; a task needs at least one.");
        }
        return new Documents(docs, hash);
    }

    /** Returns the configuration that is meant, and makes sure that it has the split. */
    private String configuration(String dataset, Optional<String> named, String split) throws IOException {
        List<HubPage.Split> splits = splits(dataset, split);
        Set<String> all = new LinkedHashSet<>();
        splits.forEach(each -> all.add(each.configuration()));
        String chosen = named.orElse(all.size() == 1 ? all.iterator().next() : "default");
        if (!all.contains(chosen)) {
            throw new DatasetException("The dataset " + dataset + " has "
                    + (named.isPresent() ? "no configuration '" + chosen + "'" : "several configurations")
                    + ", choose one of " + all + ".");
        }
        List<String> names = splits.stream()
                .filter(each -> each.configuration().equals(chosen))
                .map(HubPage.Split::name)
                .toList();
        if (!names.contains(split)) {
            throw new DatasetException("The dataset " + dataset + " (" + chosen + ") has no split '" + split
                    + "', choose one of " + names + ".");
        }
        return chosen;
    }

    private List<HubPage.Split> splits(String dataset, String split) throws IOException {
        Path kept = cache.place("datasets", dataset).resolve("splits.json");
        if (Files.isRegularFile(kept)) {
            return HubPage.parse(Files.readString(kept), kept.toString()).splits();
        }
        requireOnline(dataset, split);
        HubPage page = get("/splits", "the splits of " + dataset, "dataset", dataset);
        List<HubPage.Split> splits = page.splits();
        HubCache.write(kept, page.text());
        return splits;
    }

    private void download(HubSplit stored, String dataset, String configuration, String split) throws IOException {
        String what = dataset + " (" + configuration + "), split '" + split + "'";
        HubPage info = get("/info", "the columns of " + what, "dataset", dataset, "config", configuration);
        if (info.isPartial()) {
            throw partial(what);
        }
        int total = info.rowsOf(split);
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("dataset", dataset);
        about.put("config", configuration);
        about.put("split", split);
        about.put("rows", total);
        about.put("features", info.features());
        stored.begin(about);
        int have = stored.rowsSoFar();
        while (have < total) {
            have += append(stored, dataset, configuration, split, have, total);
        }
        stored.complete();
    }

    private int append(HubSplit stored, String dataset, String configuration, String split, int offset, int total)
            throws IOException {
        String what = "rows " + offset + " to " + Math.min(total, offset + PAGE) + " of " + dataset + " ("
                + configuration + "), split '" + split + "'";
        HubPage page = get(
                "/rows",
                what,
                "dataset",
                dataset,
                "config",
                configuration,
                "split",
                split,
                "offset",
                Integer.toString(offset),
                "length",
                Integer.toString(PAGE));
        if (page.isPartial()) {
            throw partial(what);
        }
        if (page.total() != total) {
            stored.forget();
            throw new DatasetException("The split '" + split + "' of " + dataset + " has " + page.total()
                    + " rows and no longer " + total + "; ask again to download what it is now.");
        }
        List<?> rows = page.rows(offset);
        if (rows.isEmpty() || rows.size() > total - offset) {
            throw new DatasetException("The hub gives " + rows.size() + " rows for " + what
                    + "; ask again later, and it goes on where it stopped.");
        }
        if (stored.append(rows) > limit) {
            throw new DatasetException("The split '" + split + "' of " + dataset + " is larger than the limit of "
                    + limit + " bytes; raise the limit, or name a folder with a copy.");
        }
        return rows.size();
    }

    private static DatasetException partial(String what) {
        return new DatasetException("The hub has prepared only a part of " + what
                + "; download its files and name the folder they are in.");
    }

    private HubPage get(String path, String what, String... query) {
        StringBuilder address = new StringBuilder(hosts.rows() + path);
        for (int i = 0; i < query.length; i += 2) {
            address.append(i == 0 ? '?' : '&')
                    .append(query[i])
                    .append('=')
                    .append(URLEncoder.encode(query[i + 1], StandardCharsets.UTF_8));
        }
        ByteArrayOutputStream[] body = new ByteArrayOutputStream[1];
        client.get(URI.create(address.toString()), head -> body[0] = new ByteArrayOutputStream(), PAGE_LIMIT, what);
        return HubPage.parse(body[0].toString(StandardCharsets.UTF_8), what);
    }
}
