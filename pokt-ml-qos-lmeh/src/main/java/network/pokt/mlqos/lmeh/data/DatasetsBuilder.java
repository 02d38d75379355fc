package network.pokt.mlqos.lmeh.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Says where datasets are. A task's dataset is looked for among the copies first, then taken for files of one's own if its
 * path is {@code json}, {@code csv} or {@code text}, then downloaded from the hub. Not thread-safe.
 */
public final class DatasetsBuilder {

    /** Options that only say how {@code datasets} goes about its work. */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "trust_remote_code", "verification_mode", "streaming", "download_mode", "num_proc", "keep_in_memory");

    private final Map<String, Function<DatasetRef, DatasetSource>> copies = new HashMap<>();
    private Path workingDirectory = Path.of("");
    private @Nullable HuggingFaceHub hub;

    DatasetsBuilder() {}

    /** Sets the folder to which relative {@code data_files} refer; by default the one the program was started in. */
    public DatasetsBuilder workingDirectory(Path folder) {
        this.workingDirectory = folder;
        return this;
    }

    /**
     * Says that a dataset is in a folder: in a folder of the configuration's name in it, if there is one, as described at
     * {@link DatasetSource#folder}.
     *
     * @param path the {@code dataset_path} of tasks
     */
    public DatasetsBuilder copy(String path, Path folder) {
        return copy(
                path,
                dataset -> DatasetSource.folder(dataset.name()
                        .map(name -> folder.resolve(name).normalize())
                        .filter(named -> named.startsWith(folder.normalize()) && Files.isDirectory(named))
                        .orElse(folder)));
    }

    /** Says where a dataset is, whatever its configuration. */
    public DatasetsBuilder copy(String path, Function<DatasetRef, DatasetSource> source) {
        copies.put(path, source);
        return this;
    }

    /** Sets where all other datasets are downloaded from; without it they are refused. */
    public DatasetsBuilder hub(HuggingFaceHub hub) {
        this.hub = hub;
        return this;
    }

    public Datasets build() {
        Map<String, Function<DatasetRef, DatasetSource>> known = Map.copyOf(copies);
        DataFiles files = new DataFiles(workingDirectory.toAbsolutePath(), hub);
        HuggingFaceHub downloads = hub;
        return dataset -> {
            Function<DatasetRef, DatasetSource> copy = known.get(dataset.path());
            DatasetSource source = copy != null ? copy.apply(dataset) : elsewhere(dataset, files, downloads);
            return SplitExpression.over(source);
        };
    }

    private static DatasetSource elsewhere(DatasetRef dataset, DataFiles files, @Nullable HuggingFaceHub hub) {
        if (files.areMeant(dataset)) {
            return files.source(dataset);
        } else if (hub == null) {
            throw new DatasetException("It is not known where the dataset " + dataset
                    + " is; name a folder with a copy of it, or a hub to download it from.");
        }
        Set<String> unknown = new TreeSet<>(dataset.options().keySet());
        unknown.removeAll(WITHOUT_EFFECT);
        if ("main".equals(dataset.options().get("revision"))) {
            unknown.remove("revision");
        }
        if (!unknown.isEmpty()) {
            throw new DatasetException("The dataset " + dataset + " asks for " + unknown
                    + ", which the hub's rows do not offer; name a folder with a copy of it.");
        }
        return hub.dataset(dataset.path(), dataset.name());
    }

    static boolean isWithoutEffect(String option) {
        return WITHOUT_EFFECT.contains(option);
    }
}
