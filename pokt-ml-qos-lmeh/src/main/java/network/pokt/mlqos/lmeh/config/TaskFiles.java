package network.pokt.mlqos.lmeh.config;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads task files with all that they include. Thread-safe.
 *
 * <p>Included files are remembered, as hundreds of tasks include the same one; they are read once per instance.
 */
final class TaskFiles {

    /** How many files may include each other in a row. The harness's own tasks need 4. */
    private static final int MAX_INCLUDES = 32;

    private final YamlReader reader;
    private final ConcurrentMap<Path, Map<Object, @Nullable Object>> included = new ConcurrentHashMap<>();

    TaskFiles(YamlLimits limits) {
        this.reader = new YamlReader(limits);
    }

    /**
     * Returns the fields of a file: those of the files that it includes, in order, and its own over them. What both have is
     * replaced, never merged.
     *
     * @throws ConfigException if a file cannot be read, is included twice, or has something else than texts for names
     */
    Map<String, @Nullable Object> load(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        return named(resolve(absolute, reader.read(absolute), new HashSet<>()), absolute);
    }

    private Map<Object, @Nullable Object> resolve(Path file, Map<Object, @Nullable Object> own, Set<Path> seen) {
        if (!seen.add(file)) {
            throw new ConfigException(
                    "The file " + file + " is included twice on the way to one task; include it once.");
        } else if (!own.containsKey("include")) {
            return own;
        } else if (seen.size() > MAX_INCLUDES) {
            throw new ConfigException(
                    "The file " + file + " is more than " + MAX_INCLUDES + " includes away from its task; join some.");
        }
        Map<Object, @Nullable Object> merged = new LinkedHashMap<>();
        for (String name : includes(file, own.get("include"))) {
            Path source = file.resolveSibling(name).normalize();
            Map<Object, @Nullable Object> raw = included.computeIfAbsent(source, reader::read);
            Map<Object, @Nullable Object> fields = new LinkedHashMap<>(resolve(source, raw, seen));
            fields.remove("task_list");
            merged.putAll(fields);
        }
        merged.putAll(own);
        merged.remove("include");
        return merged;
    }

    private static List<String> includes(Path file, @Nullable Object include) {
        if (include instanceof String name) {
            return List.of(name);
        } else if (include instanceof List<?> names && names.stream().allMatch(String.class::isInstance)) {
            return names.stream().map(String.class::cast).toList();
        }
        throw new ConfigException("In " + file + " include is " + Raw.describe(include)
                + "; it must be the path of a file, or a list of such.");
    }

    private static Map<String, @Nullable Object> named(Map<Object, @Nullable Object> fields, Path file) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (!(name instanceof String text)) {
                throw new ConfigException("In " + file + " a field is named " + name + ", which is no text; quote it.");
            }
            named.put(text, value);
        });
        return Collections.unmodifiableMap(named);
    }
}
