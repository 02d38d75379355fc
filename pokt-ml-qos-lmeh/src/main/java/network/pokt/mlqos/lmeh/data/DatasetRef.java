package network.pokt.mlqos.lmeh.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a task says about its dataset.
 *
 * @param path {@code dataset_path}: a dataset of the hub such as {@code openai/gsm8k}, or {@code json} or {@code csv} for
 *     files of one's own
 * @param name {@code dataset_name}: the configuration, if the dataset has several
 * @param options {@code dataset_kwargs}, whose order counts; {@code data_files} among them
 */
public record DatasetRef(String path, Optional<String> name, Map<String, @Nullable Object> options) {

    public DatasetRef {
        if (path.isBlank()) {
            throw new IllegalArgumentException("A dataset needs a path, such as openai/gsm8k or json.");
        }
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** Returns a dataset of the hub that has one configuration only. */
    public static DatasetRef of(String path) {
        return new DatasetRef(path, Optional.empty(), Map.of());
    }

    /** Returns one configuration of a dataset of the hub. */
    public static DatasetRef of(String path, String name) {
        return new DatasetRef(path, Optional.of(name), Map.of());
    }

    /** Returns path and name; options may hold a token. */
    @Override
    public String toString() {
        return path + name.map(configuration -> " (" + configuration + ")").orElse("");
    }
}
