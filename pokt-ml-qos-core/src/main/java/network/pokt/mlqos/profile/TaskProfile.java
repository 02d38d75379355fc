package network.pokt.mlqos.profile;

import java.time.Instant;
import network.pokt.mlqos.stats.Estimate;

/**
 * What is believed about one node on one task: the samples of its window that are not expired.
 *
 * @param accuracy the mean of the task's first measure, where every failure that is not ours counts 0
 * @param ofAnswered the same over answered samples alone; an estimate of nothing if none was answered
 * @param latest when the newest of these samples was concluded
 * @param enough whether there are as many samples as the window asks for before it is relied on
 */
public record TaskProfile(Estimate accuracy, Estimate ofAnswered, Instant latest, boolean enough) {

    /** Refuses a profile of more answers than samples. */
    public TaskProfile {
        if (ofAnswered.n() > accuracy.n()) {
            throw new IllegalArgumentException("A task cannot have " + ofAnswered.n() + " answers in " + accuracy.n()
                    + " samples; count failures in, too.");
        }
    }

    /** Returns the share of samples that were answered, from 0 to 1; NaN without a sample. */
    public double answeredShare() {
        return (double) ofAnswered.n() / accuracy.n();
    }
}
