package network.pokt.mlqos.lmeh;

import java.nio.file.Path;
import java.util.Set;
import network.pokt.mlqos.lmeh.config.TaskConfig;
import network.pokt.mlqos.lmeh.data.DatasetSource;
import network.pokt.mlqos.lmeh.function.FunctionRegistry;
import network.pokt.mlqos.lmeh.port.NativeFunctions;

/**
 * The tasks of lm-evaluation-harness.
 *
 * <pre>{@code
 * LmehTask gsm8k = Lmeh.gsm8k(Path.of("data/gsm8k"));
 * LmehTask arc = Lmeh.task("arc_challenge", Path.of("data/arc_challenge")).fewShot(2);
 * }</pre>
 *
 * <p>A data folder holds a file per split, {@code train.jsonl}, {@code test.jsonl} and so on, possibly compressed as
 * {@code .jsonl.gz}: one JSON object per line with the columns that the dataset has at Hugging Face. Nothing is
 * downloaded. The file that is evaluated is read at once; the one for examples when they are first needed.
 */
public final class Lmeh {

    private Lmeh() {}

    /**
     * Returns {@code gsm8k} version 3: 1,319 arithmetic problems to generate answers to, with five examples.
     *
     * <p>It measures {@code exact_match,strict-match}, for the number after {@code ####}, and
     * {@code exact_match,flexible-extract}, for the last number. They keep the order of lm-evaluation-harness, so nodes
     * are ranked by the strict one.
     *
     * @param folder holds {@code test} and {@code train} with the columns {@code question} and {@code answer}
     * @throws network.pokt.mlqos.lmeh.data.DatasetException if the documents cannot be had
     */
    public static LmehTask gsm8k(Path folder) {
        return task("gsm8k", DatasetSource.folder(folder));
    }

    /**
     * Returns {@code arc_challenge} version 1: 1,172 science questions with choices of which the most probable one
     * counts, with 25 examples as on the Open LLM Leaderboard.
     *
     * <p>It measures {@code acc}, by which nodes are ranked, and {@code acc_norm}. It needs log-likelihoods, hence a
     * node that echoes prompts.
     *
     * @param folder holds {@code test} and {@code train} with the columns {@code question}, {@code choices} (
     *     {@code text} and {@code label}) and {@code answerKey}
     * @throws network.pokt.mlqos.lmeh.data.DatasetException if the documents cannot be had
     */
    public static LmehTask arcChallenge(Path folder) {
        return task("arc_challenge", DatasetSource.folder(folder));
    }

    /**
     * Returns a task by its name in lm-evaluation-harness, with its documents from a folder.
     *
     * @throws IllegalArgumentException if there is no such task; the message lists those that there are
     */
    public static LmehTask task(String name, Path folder) {
        return task(name, DatasetSource.folder(folder));
    }

    /** Returns a task by its name, with its documents from a source of any kind. */
    public static LmehTask task(String name, DatasetSource source) {
        TaskConfig config = BuiltIns.byName().get(name);
        if (config == null) {
            throw new IllegalArgumentException("There is no task '" + name + "', the tasks are " + names() + ".");
        }
        return LmehTask.of(config, source, functions());
    }

    /** Returns a new registry of the native equivalents of Python functions; it remembers what it found, so keep it for all tasks. */
    public static FunctionRegistry functions() {
        return NativeFunctions.create();
    }

    /** Returns the names of all tasks, sorted. */
    public static Set<String> names() {
        return BuiltIns.byName().keySet();
    }
}
