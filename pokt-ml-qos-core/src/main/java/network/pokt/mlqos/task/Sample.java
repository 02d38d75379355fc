package network.pokt.mlqos.task;

import java.util.List;

/** One document of a task, ready to be asked: its questions, and how their answers are judged. Immutable. */
public interface Sample {

    /** Returns the document's index in the task, from 0: the same for every node and every run. */
    int index();

    /** Returns the questions, at least one. They may be asked in any order and at once. */
    List<Ask> asks();

    /**
     * Judges the answers.
     *
     * @param replies one per ask, in the order of {@link #asks()}
     * @return a value for each of the task's {@linkplain Task#measures() measures}
     */
    Score score(List<Reply> replies);
}
