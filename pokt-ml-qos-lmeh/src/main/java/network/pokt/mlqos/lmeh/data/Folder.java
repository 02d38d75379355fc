package network.pokt.mlqos.lmeh.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder with a file, or several numbered ones, for each split: somebody's own copy of a dataset. */
final class Folder implements DatasetSource {

    private static final Map<String, TableFile> KINDS = kinds();

    private final Path folder;

    Folder(Path folder) {
        this.folder = folder;
    }

    private static Map<String, TableFile> kinds() {
        Map<String, TableFile> kinds = new LinkedHashMap<>();
        kinds.put(".jsonl", new JsonFile(null));
        kinds.put(".json", new JsonFile(null));
        kinds.put(".csv", CsvFile.COMMAS);
        kinds.put(".tsv", CsvFile.TABS);
        return kinds;
    }

    @Override
    public Documents split(String name) {
        for (Map.Entry<String, TableFile> kind : KINDS.entrySet()) {
            for (String compressed : List.of("", ".gz")) {
                List<Path> files = files(name, kind.getKey() + compressed);
                if (!files.isEmpty()) {
                    return new FileSplits(Map.of(name, files), kind.getValue()).split(name);
                }
            }
        }
        throw new DatasetException("There is neither " + name + ".jsonl nor " + name + ".jsonl.gz in " + folder
                + ", nor the like in .json, .csv or .tsv; put the split there with the columns that it has at Hugging"
                + " Face.");
    }

    private List<Path> files(String name, String ending) {
        Path single = folder.resolve(name + ending);
        if (Files.isRegularFile(single)) {
            return List.of(single);
        }
        Pattern numbered = Pattern.compile(Pattern.quote(name) + "-\\d+-of-\\d+" + Pattern.quote(ending));
        try (Stream<Path> all = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return all.filter(file ->
                            numbered.matcher(String.valueOf(file.getFileName())).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new DatasetException("The folder " + folder + " cannot be read (" + e + "); check its rights.", e);
        }
    }
}
