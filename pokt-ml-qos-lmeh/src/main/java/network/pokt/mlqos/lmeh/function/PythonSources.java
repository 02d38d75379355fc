package network.pokt.mlqos.lmeh.function;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import network.pokt.mlqos.lmeh.config.FunctionRef;
import org.jspecify.annotations.Nullable;

/** Finds and reads the sources of functions. Modules are read once per instance. Thread-safe. */
final class PythonSources {

    /** A module of the harness has 150 kB at most. */
    private static final int MAX_BYTES = 4 << 20;

    private final ConcurrentMap<Path, PythonModule> modules = new ConcurrentHashMap<>();

    /**
     * Returns what a function consists of.
     *
     * @throws UnsupportedFunctionException if its source is not there or cannot be read
     */
    PythonSource find(FunctionRef function) {
        Path file = Files.isRegularFile(function.file())
                ? function.file()
                : new PythonImport(function.module(), function.function())
                        .file(function.folder().resolve("task.yaml"))
                        .orElseThrow(() -> unsupported(function, "its source is not there to recognise it by"));
        try {
            return source(function.function(), file, function.function());
        } catch (IOException | IllegalArgumentException e) {
            throw unsupported(function, "its source cannot be read (" + e.getMessage() + ")");
        }
    }

    PythonModule module(Path file) throws IOException {
        PythonModule known = modules.get(file);
        if (known != null) {
            return known;
        }
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException("it has more than " + MAX_BYTES + " bytes");
        }
        PythonModule module = PythonModule.parse(new String(bytes, StandardCharsets.UTF_8));
        modules.put(file, module);
        return module;
    }

    private PythonSource source(String name, Path file, String function) throws IOException {
        PythonModule module = module(file);
        List<List<PythonToken>> statements = module.statements(function);
        if (statements.size() == 1 && PythonImport.is(statements.get(0))) {
            PythonImport imported = PythonImport.of(statements.get(0), function);
            Optional<Path> origin = imported.file(file).filter(path -> !path.equals(file));
            if (origin.isPresent()) {
                return source(name, origin.get(), imported.original());
            }
        }
        Optional<PythonPartial> partial = statements.size() == 1
                ? PythonPartial.of(statements.get(0))
                : PythonPartial.generated(module, function);
        if (partial.isPresent() && module.binds(partial.get().function())) {
            PythonSource whole = source(name, file, partial.get().function());
            Map<String, @Nullable Object> arguments = new LinkedHashMap<>(whole.arguments());
            arguments.putAll(partial.get().arguments());
            return new PythonSource(
                    name, whole.shape(), whole.content(), whole.texts(), Collections.unmodifiableMap(arguments));
        } else if (statements.isEmpty()) {
            throw new IllegalArgumentException(file + " has no '" + function + "'");
        }
        return new PythonClosure(this, file, function).source(name);
    }

    private static UnsupportedFunctionException unsupported(FunctionRef function, String why) {
        return new UnsupportedFunctionException("The Python function " + function.name() + " in " + function.folder()
                + " has no native equivalent: " + why + "; leave its task out.");
    }
}
