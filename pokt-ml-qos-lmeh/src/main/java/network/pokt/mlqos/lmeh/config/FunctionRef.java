package network.pokt.mlqos.lmeh.config;

import java.nio.file.Path;

/**
 * A Python function that a task file names with {@code !function}. It is never executed: it is a key to a native equivalent.
 *
 * @param folder the folder of the file that names it, where its module is looked for first
 * @param name the name as written, such as {@code utils.process_docs}
 */
public record FunctionRef(Path folder, String name) {

    public FunctionRef {
        int dot = name.lastIndexOf('.');
        if (dot <= 0 || dot == name.length() - 1) {
            throw new IllegalArgumentException(
                    "The function '" + name + "' names no module; write !function module.function.");
        }
    }

    /** Returns the module, such as {@code utils} or {@code lm_eval.utils}. */
    public String module() {
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** Returns the function's own name, such as {@code process_docs}. */
    public String function() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Returns where the module's source is if it lies beside the task file, as nearly all do. */
    public Path file() {
        return folder.resolve(module().replace('.', '/') + ".py").normalize();
    }

    /** Returns the function as a task file writes it. */
    @Override
    public String toString() {
        return "!function " + name;
    }
}
