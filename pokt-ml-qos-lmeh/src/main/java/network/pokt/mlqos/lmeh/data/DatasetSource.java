package network.pokt.mlqos.lmeh.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Where the splits of a dataset come from: the seam for sources of your own. Implementations are thread-safe. */
@FunctionalInterface
public interface DatasetSource {

    /**
     * Returns the documents of a split such as {@code train}, {@code validation} or {@code test}.
     *
     * @throws DatasetException if there is no such split, or a document of it cannot be read
     */
    Documents split(String name);

    /**
     * Returns a source that reads {@code <split>.jsonl} of a folder, one JSON object per line, or {@code .json},
     * {@code .csv} or {@code .tsv}, possibly compressed as {@code .gz}, possibly in parts named
     * {@code <split>-00000-of-00002.jsonl}; with the columns of the dataset at Hugging Face.
     */
    static DatasetSource folder(Path folder) {
        return new Folder(folder);
    }

    /**
     * Returns a source that reads each split from a file of JSON objects of its own, one per line or in an array, compressed
     * if its name ends in {@code .gz}.
     */
    static DatasetSource files(Map<String, Path> files) {
        Map<String, Path> fixed = Map.copyOf(files);
        return name -> {
            Path file = fixed.get(name);
            if (file == null) {
                throw new DatasetException(
                        "There is no file for the split '" + name + "', only for " + fixed.keySet() + "; add it.");
            }
            return new FileSplits(Map.of(name, List.of(file)), new JsonFile(null)).split(name);
        };
    }

    /** Returns a source of those documents only that have this value in a column: one subject out of a file of many. */
    default DatasetSource where(String column, Object value) {
        return name -> {
            Documents all = split(name);
            List<Doc> chosen = all.docs().stream()
                    .filter(doc -> value.equals(doc.columns().get(column)))
                    .toList();
            if (chosen.isEmpty()) {
                throw new DatasetException("No document of the split '" + name + "' has '" + value + "' in the column '"
                        + column + "'; check the value and the column.");
            }
            return new Documents(chosen, Documents.hashOf(List.of(all.sha256(), column, value.toString())));
        };
    }
}
