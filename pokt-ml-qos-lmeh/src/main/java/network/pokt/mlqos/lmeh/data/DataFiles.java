package network.pokt.mlqos.lmeh.data;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Datasets whose task names files: {@code data_files} for the builders {@code json}, {@code csv} and {@code text}, or for a
 * dataset of the hub. A file is a path, a pattern with {@code *}, or an address that begins with {@code hf://datasets/} or
 * {@code https://}.
 */
final class DataFiles {

    private static final Set<String> BUILDERS = Set.of("json", "csv", "text", "parquet");
    private static final String HUB_SCHEME = "hf://datasets/";
    private static final String MAIN = "main";

    private final Path workingDirectory;
    private final @Nullable HuggingFaceHub hub;

    DataFiles(Path workingDirectory, @Nullable HuggingFaceHub hub) {
        this.workingDirectory = workingDirectory;
        this.hub = hub;
    }

    /** Returns whether a dataset consists of files that its task names. */
    boolean areMeant(DatasetRef dataset) {
        return BUILDERS.contains(dataset.path()) || dataset.options().containsKey("data_files");
    }

    DatasetSource source(DatasetRef dataset) {
        Map<String, List<String>> named = named(dataset);
        String sample = named.values().iterator().next().get(0);
        TableFile kind = kind(dataset, sample);
        return split -> {
            Map<String, List<Path>> files = new LinkedHashMap<>();
            // The split that is named first says of what types the columns are, so its files are needed too.
            String first = named.keySet().iterator().next();
            named.forEach((name, places) -> {
                if (name.equals(split) || name.equals(first)) {
                    files.put(
                            name,
                            places.stream()
                                    .flatMap(place -> files(dataset, place))
                                    .toList());
                }
            });
            if (!named.containsKey(split)) {
                throw new DatasetException("The dataset " + dataset + " names no files for the split '" + split
                        + "', only for " + named.keySet() + "; ask for one of these.");
            }
            return new FileSplits(files, kind).split(split);
        };
    }

    private static Map<String, List<String>> named(DatasetRef dataset) {
        Object files = dataset.options().get("data_files");
        Map<String, List<String>> named = new LinkedHashMap<>();
        if (files instanceof Map<?, ?> map) {
            map.forEach((split, places) -> named.put(String.valueOf(split), places(dataset, places)));
        } else if (files != null) {
            named.put("train", places(dataset, files));
        }
        if (named.isEmpty()) {
            throw new DatasetException("The dataset " + dataset + " names no data_files; name them, per split.");
        }
        return named;
    }

    private static List<String> places(DatasetRef dataset, @Nullable Object places) {
        List<String> texts = new ArrayList<>();
        for (Object place : places instanceof List<?> list ? list : List.of(String.valueOf(places))) {
            if (!(place instanceof String text) || text.isBlank()) {
                throw new DatasetException("Among the data_files of " + dataset + " is no path: " + place
                        + "; name a file, a list of files, or either per split.");
            }
            texts.add(text);
        }
        if (texts.isEmpty()) {
            throw new DatasetException("A split of " + dataset + " has an empty list of data_files; name a file.");
        }
        return texts;
    }

    private Stream<Path> files(DatasetRef dataset, String place) {
        if (place.startsWith(HUB_SCHEME)) {
            return Stream.of(hubFile(place, place.substring(HUB_SCHEME.length())));
        } else if (place.startsWith("https://") || place.startsWith("http://")) {
            return Stream.of(hub(place).file(URI.create(place)));
        } else if (!BUILDERS.contains(dataset.path())) {
            Object revision = dataset.options().get("revision");
            return Stream.of(hub(place).file(dataset.path(), revision == null ? MAIN : revision.toString(), place));
        }
        return local(dataset, place);
    }

    private Path hubFile(String place, String path) {
        String[] parts = path.split("/", 3);
        if (parts.length < 3) {
            throw new DatasetException("'" + place + "' names no file; write hf://datasets/OWNER/NAME/FILE.");
        }
        int at = parts[1].indexOf('@');
        String name = at < 0 ? parts[1] : parts[1].substring(0, at);
        String revision = at < 0 ? MAIN : parts[1].substring(at + 1);
        return hub(place).file(parts[0] + "/" + name, revision, parts[2]);
    }

    private HuggingFaceHub hub(String place) {
        if (hub == null) {
            throw new DatasetException("'" + place + "' is to be downloaded, but no hub is given; give one, or name a"
                    + " folder with a copy of the dataset.");
        }
        return hub;
    }

    private Stream<Path> local(DatasetRef dataset, String place) {
        Path folder = dataset.options().get("data_dir") instanceof String dir
                ? workingDirectory.resolve(dir)
                : workingDirectory;
        if (place.indexOf('*') < 0 && place.indexOf('?') < 0) {
            return Stream.of(folder.resolve(place));
        }
        PathMatcher pattern = FileSystems.getDefault()
                .getPathMatcher("glob:" + folder.resolve(place).normalize());
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> found = all.filter(Files::isRegularFile)
                    .map(Path::normalize)
                    .filter(pattern::matches)
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new DatasetException("No file in " + folder + " fits '" + place + "'; correct the pattern.");
            }
            return found.stream();
        } catch (IOException e) {
            throw new DatasetException("The folder " + folder + " cannot be read (" + e + "); check its rights.", e);
        }
    }

    private static TableFile kind(DatasetRef dataset, String sample) {
        String builder = BUILDERS.contains(dataset.path()) ? dataset.path() : FileOptions.builderOf(sample);
        return switch (builder) {
            case "json" -> FileOptions.json(dataset.options());
            case "csv" -> FileOptions.csv(dataset.options());
            case "text" -> FileOptions.text(dataset.options());
            default ->
                throw new DatasetException("The files of " + dataset + " are in the format '" + builder
                        + "', which is not read; convert them to JSON lines and name these.");
        };
    }
}
