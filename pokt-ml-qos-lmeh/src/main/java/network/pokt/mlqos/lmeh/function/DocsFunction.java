package network.pokt.mlqos.lmeh.function;

import java.util.List;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.stats.PythonRandom;

/** {@code process_docs}: makes the documents of a task of those of its split. */
@FunctionalInterface
public non-sealed interface DocsFunction extends NativeFunction {

    /**
     * Returns the task's documents.
     *
     * @param docs the documents of a split, not to be changed
     * @param random Python's global generator, seeded once per run; few functions draw from it
     * @throws network.pokt.mlqos.lmeh.data.DatasetException if a document lacks what the function needs
     */
    List<Doc> apply(List<Doc> docs, PythonRandom random);
}
