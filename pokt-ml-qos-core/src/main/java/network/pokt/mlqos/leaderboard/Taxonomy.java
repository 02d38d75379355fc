package network.pokt.mlqos.leaderboard;

import java.util.List;
import java.util.stream.Stream;

/**
 * How the scores of tasks become one number: a tree of weighted means. Immutable.
 *
 * <pre>{@code
 * Taxonomy v1 = Taxonomy.mean("average",
 *     Taxonomy.task("arc_challenge"), Taxonomy.mean("mmlu", Taxonomy.tasks(subjects)), Taxonomy.task("gsm8k"));
 * Taxonomy v2 = Taxonomy.mean("average",
 *     Taxonomy.task("ifeval"), Taxonomy.task("mmlu_pro").chance(0.1), Taxonomy.task("gpqa").chance(0.25));
 * }</pre>
 *
 * <p>The Open LLM Leaderboard's first version is the plain mean of six benchmarks, of which MMLU is the plain mean of its 57
 * subjects. Its second version first sets each score between chance and perfection, {@code max(0, (s - c) / (1 - c))}, subtask by
 * subtask where there are some (huggingface.co/docs/leaderboards, open_llm_leaderboard/normalization).
 */
public sealed interface Taxonomy {

    String name();

    /** Returns what it counts in relation to its siblings, greater than 0; 1 unless said otherwise. */
    double weight();

    /** Returns the same part with another weight. */
    Taxonomy weight(double weight);

    /** Returns all tasks below, from left to right. */
    Stream<Task> tasks();

    /** Returns a task whose score counts as it is. */
    static Task task(String name) {
        return new Task(name, 1, 0);
    }

    /** Returns tasks whose scores count as they are. */
    static List<Taxonomy> tasks(List<String> names) {
        return names.stream().<Taxonomy>map(Taxonomy::task).toList();
    }

    /** Returns the weighted mean of some parts. */
    static Branch mean(String name, Taxonomy... parts) {
        return mean(name, List.of(parts));
    }

    /** Returns the weighted mean of some parts. */
    static Branch mean(String name, List<? extends Taxonomy> parts) {
        return new Branch(name, 1, List.copyOf(parts));
    }

    private static double check(String name, double weight) {
        if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The weight of " + name + " must be greater than 0, got " + weight
                    + "; leave out what counts nothing.");
        }
        return weight;
    }

    /**
     * A task.
     *
     * @param chance what guessing gets, which counts as 0, in {@code [0, 1)}; with 0 the score counts as it is
     */
    record Task(String name, double weight, double chance) implements Taxonomy {

        public Task {
            check(name, weight);
            if (!(chance >= 0 && chance < 1)) {
                throw new IllegalArgumentException(
                        "Guessing on " + name + " gets at least 0 and less than 1, got " + chance + ".");
            }
        }

        /** Returns the same task set between chance and perfection. */
        public Task chance(double chance) {
            return new Task(name, weight, chance);
        }

        @Override
        public Task weight(double weight) {
            return new Task(name, weight, chance);
        }

        @Override
        public Stream<Task> tasks() {
            return Stream.of(this);
        }

        double normalised(double score) {
            return chance == 0 ? score : Math.max(0, (score - chance) / (1 - chance));
        }
    }

    /**
     * A weighted mean.
     *
     * @param parts at least one, no task twice
     */
    record Branch(String name, double weight, List<Taxonomy> parts) implements Taxonomy {

        public Branch {
            check(name, weight);
            parts = List.copyOf(parts);
            List<String> names =
                    parts.stream().flatMap(Taxonomy::tasks).map(Task::name).toList();
            if (names.isEmpty() || names.stream().distinct().count() < names.size()) {
                throw new IllegalArgumentException(
                        "The mean " + name + " needs at least one task and none twice, got " + names + ".");
            }
        }

        @Override
        public Branch weight(double weight) {
            return new Branch(name, weight, parts);
        }

        @Override
        public Stream<Task> tasks() {
            return parts.stream().flatMap(Taxonomy::tasks);
        }
    }
}
