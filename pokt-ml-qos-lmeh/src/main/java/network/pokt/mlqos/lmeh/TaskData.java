package network.pokt.mlqos.lmeh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import network.pokt.mlqos.lmeh.config.DatasetConfig;
import network.pokt.mlqos.lmeh.config.FewShotConfig;
import network.pokt.mlqos.lmeh.config.FieldValue;
import network.pokt.mlqos.lmeh.config.FunctionRef;
import network.pokt.mlqos.lmeh.config.TaskConfig;
import network.pokt.mlqos.lmeh.data.DatasetException;
import network.pokt.mlqos.lmeh.data.DatasetSource;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.data.Documents;
import network.pokt.mlqos.lmeh.function.DocsFunction;
import network.pokt.mlqos.lmeh.function.FunctionRegistry;
import network.pokt.mlqos.lmeh.function.SamplesFunction;
import network.pokt.mlqos.stats.PythonRandom;
import org.jspecify.annotations.Nullable;

/**
 * The documents of one task: those to evaluate, and those to take examples from, which are read when they are first needed.
 * Thread-safe.
 */
final class TaskData {

    /** What the reference seeds Python's global generator with. */
    private static final long GLOBAL_SEED = 0;

    private final DatasetSource source;
    private final FunctionRegistry functions;
    private final Documents evaluated;
    private final boolean leftOut;
    private final Map<String, Documents> read = new HashMap<>();

    private TaskData(TaskConfig config, DatasetSource source, FunctionRegistry functions) {
        this.source = source;
        this.functions = functions;
        DatasetConfig dataset = config.dataset();
        String split = dataset.testSplit()
                .or(dataset::validationSplit)
                .orElseThrow(() -> new IllegalArgumentException("The task " + config.name()
                        + " has neither a test_split nor a validation_split, so there is nothing to evaluate."));
        this.evaluated = processed(split, config.processDocs());
        // Also true where neither is named: the reference compares None with None.
        this.leftOut = Objects.equals(
                config.fewShot().split().orElse(null), dataset.testSplit().orElse(null));
        if (evaluated.docs().isEmpty()) {
            throw new DatasetException(
                    "The task " + config.name() + " has no documents in its split " + split + "; check its data.");
        }
    }

    static TaskData of(TaskConfig config, DatasetSource source, FunctionRegistry functions) {
        return new TaskData(config, source, functions);
    }

    FunctionRegistry functions() {
        return functions;
    }

    Documents evaluated() {
        return evaluated;
    }

    Doc first() {
        return evaluated.docs().get(0);
    }

    /** Returns whether the evaluated document is kept out of its own examples. */
    boolean isLeftOut() {
        return leftOut;
    }

    /** Returns the documents that examples are taken from. */
    synchronized Documents pool(TaskConfig config) {
        FewShotConfig fewShot = config.fewShot();
        if (fewShot.split().isPresent()) {
            return processed(fewShot.split().get(), fewShot.processDocs());
        } else if (fewShot.samples().isPresent()) {
            return samples(config, fewShot.samples().get());
        }
        DatasetConfig dataset = config.dataset();
        String split = dataset.trainingSplit()
                .or(dataset::validationSplit)
                .or(dataset::testSplit)
                .orElseThrow();
        return processed(split, config.processDocs());
    }

    private synchronized Documents processed(String split, Optional<FunctionRef> function) {
        String key = split + " " + function;
        Documents known = read.get(key);
        if (known == null) {
            Documents raw = source.split(split);
            known = function.map(process -> process(raw, process)).orElse(raw);
            read.put(key, known);
        }
        return known;
    }

    private Documents process(Documents raw, FunctionRef function) {
        DocsFunction process = functions.find(function, DocsFunction.class);
        List<Doc> docs = process.apply(raw.docs(), new PythonRandom(GLOBAL_SEED));
        return new Documents(docs, raw.sha256() + " through " + function);
    }

    private Documents samples(TaskConfig config, FieldValue samples) {
        if (samples instanceof FieldValue.Python python) {
            List<Doc> docs =
                    functions.find(python.function(), SamplesFunction.class).get();
            return new Documents(docs, "of " + python.function());
        }
        List<Doc> docs = new ArrayList<>();
        for (Object element : ((FieldValue.Items) samples).values()) {
            docs.add(Doc.of(columns(config, element), config.origin() + ", fewshot_config.samples", docs.size() + 1));
        }
        return new Documents(docs, "of the task");
    }

    private static Map<String, @Nullable Object> columns(TaskConfig config, @Nullable Object element) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        if (!(element instanceof Map<?, ?> map)) {
            throw new DatasetException("In " + config + " fewshot_config.samples has an element that is no mapping: "
                    + element + "; write columns and values.");
        }
        map.forEach((name, value) -> columns.put(String.valueOf(name), value));
        return columns;
    }
}
