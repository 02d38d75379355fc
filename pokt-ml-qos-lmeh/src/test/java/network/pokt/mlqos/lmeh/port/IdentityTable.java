package network.pokt.mlqos.lmeh.port;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import network.pokt.mlqos.lmeh.config.FunctionRef;
import network.pokt.mlqos.lmeh.function.ContentRegistry;
import network.pokt.mlqos.lmeh.natives.NativeCatalog;

/**
 * Makes {@code identities.tsv} of an installation of lm_eval. A function that uses the harness itself has two identities: one where
 * the harness lies beside the task files, and one where they are alone.
 */
final class IdentityTable {

    /** How places begin that are in the harness itself. */
    private static final String HARNESS = "../";

    private IdentityTable() {}

    /**
     * Returns the places of all originals by their identities, of several that are the same the last.
     *
     * @param tasks the folder of task files within an installation
     * @param alone an empty folder, for a copy of the modules without the harness
     * @throws network.pokt.mlqos.lmeh.function.UnsupportedFunctionException if an original is missing
     */
    static SortedMap<String, String> of(Path tasks, Path alone) throws IOException {
        copyModules(tasks, alone);
        SortedMap<String, String> places = new TreeMap<>();
        for (Path root : List.of(tasks, alone)) {
            ContentRegistry sources = ContentRegistry.builder().build();
            for (String place : NativeCatalog.entries().keySet()) {
                if (root.equals(alone) && place.startsWith(HARNESS)) {
                    continue;
                }
                places.put(sources.source(function(root, place)).identity(), place);
            }
        }
        return places;
    }

    /** Returns the function that a place such as {@code hellaswag/utils.py#process_docs} names. */
    static FunctionRef function(Path tasks, String place) {
        Path file = tasks.resolve(place.substring(0, place.indexOf('#')));
        String module = file.getFileName().toString().replaceFirst("\\.py$", "");
        return new FunctionRef(file.getParent(), module + "." + place.substring(place.indexOf('#') + 1));
    }

    /** Returns the table as the resource has it. */
    static String lines(Map<String, String> places) {
        return places.entrySet().stream()
                .map(entry -> entry.getKey() + "\t" + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static void copyModules(Path tasks, Path alone) throws IOException {
        List<Path> modules;
        try (Stream<Path> all = Files.walk(tasks)) {
            modules = all.filter(file -> file.toString().endsWith(".py")).toList();
        }
        for (Path module : modules) {
            Path copy = alone.resolve(tasks.relativize(module));
            Files.createDirectories(copy.getParent());
            Files.copy(module, copy);
        }
    }
}
