package network.pokt.mlqos.lmeh.port;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import network.pokt.mlqos.lmeh.config.FunctionRef;
import network.pokt.mlqos.lmeh.config.TaskLibrary;
import network.pokt.mlqos.lmeh.coverage.Coverage;
import network.pokt.mlqos.lmeh.function.ContentRegistry;
import network.pokt.mlqos.lmeh.function.FunctionRegistry;
import network.pokt.mlqos.lmeh.function.NativeFunction;
import network.pokt.mlqos.lmeh.function.PythonSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The functions of an installation of lm_eval that are recognised by shape, each a line of JSON, to which {@code ports_table.py} adds
 * what it returns.
 */
final class PortSources {

    /**
     * A function.
     *
     * @param place where it stands, such as {@code crows_pairs/utils.py#filter_age}
     * @param arguments what {@code functools.partial} fixes
     */
    record Port(String place, String shape, List<String> texts, Map<String, Object> arguments) {

        String json() {
            return JsonMapper.shared().writeValueAsString(this);
        }
    }

    private PortSources() {}

    /** Prints the first and the last function of each shape in the folder that is named. */
    public static void main(String[] arguments) {
        Map<String, TreeMap<String, Port>> shapes = new TreeMap<>();
        all(Path.of(arguments[0]))
                .forEach(port -> shapes.computeIfAbsent(port.shape(), unused -> new TreeMap<>())
                        .put(port.place(), port));
        for (TreeMap<String, Port> ports : shapes.values()) {
            new TreeSet<>(List.of(ports.firstKey(), ports.lastKey()))
                    .forEach(place -> System.out.println(ports.get(place).json()));
        }
    }

    /** Returns all functions of the folder by their places, of several that do the same the first. */
    static List<Port> all(Path tasks) {
        ContentRegistry shapes = ShapeCatalog.addTo(ContentRegistry.builder()).build();
        Set<String> identities = new HashSet<>();
        return functions(tasks).entrySet().stream()
                .map(function -> Map.entry(function.getKey(), shapes.source(function.getValue())))
                .filter(source -> shapes.similar(source.getValue()).isPresent())
                .filter(source -> identities.add(source.getValue().identity()))
                .map(source -> port(source.getKey(), source.getValue()))
                .toList();
    }

    private static Port port(String place, PythonSource source) {
        return new Port(place, source.shape(), source.texts(), new LinkedHashMap<>(source.arguments()));
    }

    /** Returns the functions that stand beside task files, by their places. */
    private static SortedMap<String, FunctionRef> functions(Path tasks) {
        SortedMap<String, FunctionRef> found = new ConcurrentSkipListMap<>();
        FunctionRegistry natives = NativeFunctions.create();
        FunctionRegistry listening = new FunctionRegistry() {
            @Override
            public <F extends NativeFunction> F find(FunctionRef function, Class<F> kind) {
                F equivalent = natives.find(function, kind);
                if (Files.isRegularFile(function.file())) {
                    found.put(tasks.relativize(function.file()) + "#" + function.function(), function);
                }
                return equivalent;
            }
        };
        Coverage.of(TaskLibrary.of(tasks), listening);
        return found;
    }
}
