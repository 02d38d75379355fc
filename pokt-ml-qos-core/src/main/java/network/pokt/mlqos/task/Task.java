package network.pokt.mlqos.task;

import java.util.Iterator;
import java.util.List;

/**
 * Knows what to ask and how to judge; never who answers, over which protocol or when.
 *
 * <p>Implementations are immutable and thread-safe.
 */
public interface Task {

    /** Returns the name, such as {@code gsm8k}. */
    String name();

    /**
     * Returns a text that changes whenever a prompt, a parameter or the judgement changes: version, options and a hash of the
     * documents. Results are comparable, and a journal can be resumed, only under an equal fingerprint.
     */
    String fingerprint();

    /** Returns how many documents there are. */
    int size();

    /** Returns what is measured; the first is the one that is ranked by. */
    List<Measure> measures();

    /**
     * Returns the chosen samples in ascending order of index, each built when it is asked for. Equal samplings give equal
     * samples, byte for byte.
     *
     * <p>The iterator is not thread-safe; ask for one per node.
     */
    Iterator<Sample> samples(Sampling sampling);
}
