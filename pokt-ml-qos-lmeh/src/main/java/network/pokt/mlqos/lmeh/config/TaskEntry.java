package network.pokt.mlqos.lmeh.config;

import java.nio.file.Path;
import java.util.List;

/** What the index keeps of a name. Immutable. */
sealed interface TaskEntry {

    /** A task in a file. */
    record Task(Path file) implements TaskEntry {}

    /** A task that a Python class makes; it cannot be had natively. */
    record PythonClass(Path file, FunctionRef type) implements TaskEntry {}

    /** A group in a file. */
    record Group(Path file) implements TaskEntry {}

    /** A tag, with the names of its tasks, sorted. */
    record Tag(List<String> tasks) implements TaskEntry {}
}
