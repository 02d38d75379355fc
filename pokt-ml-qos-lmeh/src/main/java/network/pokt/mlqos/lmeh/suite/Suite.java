package network.pokt.mlqos.lmeh.suite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import network.pokt.mlqos.stats.Estimate;
import network.pokt.mlqos.task.Measure;

/**
 * Tasks that belong together, and how their numbers become one: each number is set against guessing, a part is the mean of
 * its tasks, the suite the mean of its parts. Immutable.
 *
 * <pre>{@code
 * Suite suite = Suite.named("open_llm_leaderboard_v2");
 * SuiteScore score = suite.score((task, measure) -> Optional.of(report.estimate(task, measure)));
 * score.value(); // 31.4, of 100
 * }</pre>
 *
 * @param name the name by which it is asked for
 * @param description what it is, in a sentence
 * @param parts what it consists of
 */
public record Suite(String name, String description, List<Part> parts) {

    private static final Map<String, Suite> SUITES = suites();

    public Suite {
        parts = List.copyOf(parts);
    }

    /** Tasks that count as one benchmark. */
    public record Part(String name, List<SuiteTask> tasks) {

        public Part {
            tasks = List.copyOf(tasks);
            if (tasks.isEmpty()) {
                throw new IllegalArgumentException("The part " + name + " of a suite needs at least one task.");
            }
        }
    }

    /** Knows what tasks measured. */
    @FunctionalInterface
    public interface Measured {

        /** Returns the number of a task or group, or nothing if it was not measured. */
        Optional<Estimate> of(String task, Measure measure);
    }

    private static Map<String, Suite> suites() {
        Map<String, Suite> suites = new LinkedHashMap<>();
        for (Suite suite : List.of(
                LeaderboardSuites.v1(),
                LeaderboardSuites.v2(),
                TestBench.today(),
                TestBench.of2024(),
                QuickSuite.suite())) {
            suites.put(suite.name(), suite);
        }
        return suites;
    }

    /**
     * Returns a suite by its name.
     *
     * @throws IllegalArgumentException if there is none; the message names those that there are
     */
    public static Suite named(String name) {
        Suite suite = SUITES.get(name);
        if (suite == null) {
            throw new IllegalArgumentException("There is no suite '" + name + "', choose one of " + names() + ".");
        }
        return suite;
    }

    /** Returns the names of all suites. */
    public static Set<String> names() {
        return SUITES.keySet();
    }

    /** Returns the tasks of all parts. */
    public List<SuiteTask> tasks() {
        return parts.stream().flatMap(part -> part.tasks().stream()).toList();
    }

    /**
     * Returns the suite's number.
     *
     * @throws IllegalArgumentException if a task was not measured, or is a pattern, whose tasks have to be named first; the
     *     message names all of them
     */
    public SuiteScore score(Measured measured) {
        List<String> missing = new ArrayList<>();
        Map<String, SuiteScore.Value> scores = new LinkedHashMap<>();
        for (Part part : parts) {
            scores.put(part.name(), score(part, measured, missing));
        }
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("The suite " + name + " lacks " + missing
                    + "; measure these tasks, or leave the suite's number out.");
        }
        return new SuiteScore(SuiteScore.Value.mean(List.copyOf(scores.values())), scores);
    }

    private static SuiteScore.Value score(Part part, Measured measured, List<String> missing) {
        List<SuiteScore.Value> values = new ArrayList<>();
        for (SuiteTask task : part.tasks()) {
            Optional<Estimate> estimate = measured.of(task.task(), task.measure());
            if (estimate.isPresent()) {
                double scale = SuiteScore.PERFECT / (1 - task.baseline());
                values.add(new SuiteScore.Value(
                        SuiteScore.PERFECT * task.normalised(estimate.get().value()),
                        scale * estimate.get().standardError()));
            } else {
                missing.add(task.task() + " " + task.measure().key());
            }
        }
        return values.isEmpty() ? new SuiteScore.Value(0, 0) : SuiteScore.Value.mean(values);
    }

    /**
     * Returns the standard error, in points of 100, that asking only some documents adds at worst; 0 for a suite that asks
     * all. It is exact for a model that is right half of the time in every task, and less for all others.
     */
    public double expectedStandardError() {
        List<SuiteScore.Value> expected = parts.stream()
                .map(part -> SuiteScore.Value.mean(part.tasks().stream()
                        .map(task -> new SuiteScore.Value(
                                0, SuiteScore.PERFECT / (1 - task.baseline()) * task.expectedStandardError()))
                        .toList()))
                .toList();
        return SuiteScore.Value.mean(expected).standardError();
    }
}
