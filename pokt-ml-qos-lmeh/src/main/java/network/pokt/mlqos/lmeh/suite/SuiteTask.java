package network.pokt.mlqos.lmeh.suite;

import java.util.OptionalInt;
import java.util.regex.Pattern;
import network.pokt.mlqos.task.Measure;

/**
 * A task, or a group of tasks, in a suite.
 *
 * @param task its name in lm-evaluation-harness; a {@code *} stands for any characters
 * @param fewShot how many examples there are, if the suite says so
 * @param measure the number that counts
 * @param baseline what guessing gets, which counts as nothing, in {@code [0, 1)}
 * @param documents how many documents are asked, 0 for all
 * @param population how many documents the task has, 0 if the suite does not need to know
 */
public record SuiteTask(
        String task, OptionalInt fewShot, Measure measure, double baseline, int documents, int population) {

    /** The worst case for a share of right answers is that half of them are right. */
    private static final double WORST_DEVIATION = 0.5;

    public SuiteTask {
        if (!(baseline >= 0 && baseline < 1)) {
            throw new IllegalArgumentException(
                    "The baseline of " + task + " must be at least 0 and less than 1, got " + baseline + ".");
        }
        if (documents < 0 || population < 0 || (population > 0 && documents > population)) {
            throw new IllegalArgumentException("Of the " + population + " documents of " + task + " " + documents
                    + " cannot be asked; choose from 0 for all to that number.");
        }
    }

    /** Returns a task of which all documents are asked, with what guessing gets. */
    static SuiteTask of(String task, int fewShot, String metric, String filter, double baseline) {
        return new SuiteTask(task, OptionalInt.of(fewShot), Measure.of(metric, filter), baseline, 0, 0);
    }

    /** Returns a task of which all documents are asked, with the examples that it has by itself. */
    static SuiteTask asDefined(String task, String metric, String filter) {
        return new SuiteTask(task, OptionalInt.empty(), Measure.of(metric, filter), 0, 0, 0);
    }

    /** Returns this task with only some of its documents. */
    SuiteTask sampled(int count, int size) {
        return new SuiteTask(task, fewShot, measure, baseline, count, size);
    }

    /** Returns whether a task of this name is meant. */
    public boolean matches(String name) {
        String[] literals = task.split("\\*", -1);
        StringBuilder pattern = new StringBuilder(Pattern.quote(literals[0]));
        for (int i = 1; i < literals.length; i++) {
            pattern.append(".*").append(Pattern.quote(literals[i]));
        }
        return Pattern.matches(pattern.toString(), name);
    }

    /** Returns the share of the way from guessing to perfection, 0 for what is worse than guessing. */
    public double normalised(double value) {
        return Math.max(0, (value - baseline) / (1 - baseline));
    }

    /**
     * Returns the standard error that the sample of documents adds to the value, at worst: the task's own documents are all
     * there is, so that all of them have none.
     */
    public double expectedStandardError() {
        if (documents == 0) {
            return 0;
        }
        double missing = population == 0 ? 1 : (double) (population - documents) / Math.max(1, population - 1);
        return WORST_DEVIATION / Math.sqrt(documents) * Math.sqrt(missing);
    }
}
