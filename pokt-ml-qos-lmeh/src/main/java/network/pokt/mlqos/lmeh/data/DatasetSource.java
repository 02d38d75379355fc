package network.pokt.mlqos.lmeh.data;

import java.nio.file.Files;
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
     * Returns a source that reads {@code <split>.jsonl} or {@code <split>.jsonl.gz} of a folder: one JSON object per
     * line, with the columns of the dataset at Hugging Face.
     */
    static DatasetSource folder(Path folder) {
        return name -> {
            for (String ending : List.of(".jsonl", ".jsonl.gz")) {
                Path file = folder.resolve(name + ending);
                if (Files.isRegularFile(file)) {
                    return JsonLines.read(file);
                }
            }
            throw new DatasetException("There is neither " + name + ".jsonl nor " + name + ".jsonl.gz in " + folder
                    + "; put the split there, one JSON object per line with the columns that it has at Hugging Face.");
        };
    }

    /** Returns a source that reads each split from a file of its own, compressed if its name ends in {@code .gz}. */
    static DatasetSource files(Map<String, Path> files) {
        Map<String, Path> fixed = Map.copyOf(files);
        return name -> {
            Path file = fixed.get(name);
            if (file == null) {
                throw new DatasetException(
                        "There is no file for the split '" + name + "', only for " + fixed.keySet() + "; add it.");
            }
            return JsonLines.read(file);
        };
    }
}
