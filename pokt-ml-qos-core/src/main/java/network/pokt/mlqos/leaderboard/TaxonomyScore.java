package network.pokt.mlqos.leaderboard;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import network.pokt.mlqos.stats.Estimate;
import network.pokt.mlqos.stats.Interval;

/** The number that a taxonomy makes of a node's scores, and the difference of two such numbers. */
final class TaxonomyScore {

    private TaxonomyScore() {}

    /** The share of the whole that each task has, if only the tasks given count: siblings share what a missing one leaves. */
    static Map<Taxonomy.Task, Double> shares(Taxonomy tree, Predicate<String> counts) {
        Map<Taxonomy.Task, Double> shares = new HashMap<>();
        spread(tree, 1, counts, shares);
        return shares;
    }

    private static void spread(
            Taxonomy part, double share, Predicate<String> counts, Map<Taxonomy.Task, Double> shares) {
        if (part instanceof Taxonomy.Task task) {
            shares.put(task, share);
        } else if (part instanceof Taxonomy.Branch branch) {
            double total = branch.parts().stream()
                    .filter(child -> hasAny(child, counts))
                    .mapToDouble(Taxonomy::weight)
                    .sum();
            branch.parts().stream()
                    .filter(child -> hasAny(child, counts))
                    .forEach(child -> spread(child, share * child.weight() / total, counts, shares));
        }
    }

    private static boolean hasAny(Taxonomy part, Predicate<String> counts) {
        return part.tasks().map(Taxonomy.Task::name).anyMatch(counts);
    }

    /** The weighted mean over the tasks that a node has. */
    static Estimate of(Taxonomy tree, Map<String, Estimate> scores) {
        if (!hasAny(tree, scores::containsKey)) {
            return Estimate.none();
        }
        WeightedSum sum = new WeightedSum();
        shares(tree, scores::containsKey).forEach((task, share) -> sum.add(share, score(task, scores)));
        return sum.estimate();
    }

    /** How much more the first node has than the second, over the tasks that both have. */
    static Estimate difference(Taxonomy tree, Map<String, Estimate> first, Map<String, Estimate> second) {
        Predicate<String> both = task -> first.containsKey(task) && second.containsKey(task);
        if (!hasAny(tree, both)) {
            return Estimate.none();
        }
        WeightedSum sum = new WeightedSum();
        shares(tree, both).forEach((task, share) -> {
            sum.add(share, score(task, first));
            sum.add(-share, score(task, second));
        });
        return sum.estimate();
    }

    /** How much of the whole the tasks have that a node was measured on, from 0 to 1. */
    static double coverage(Taxonomy tree, Set<String> tasks) {
        return shares(tree, any -> true).entrySet().stream()
                .filter(entry -> tasks.contains(entry.getKey().name()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private static Estimate score(Taxonomy.Task task, Map<String, Estimate> scores) {
        Estimate raw = scores.getOrDefault(task.name(), Estimate.none());
        if (task.chance() == 0) {
            return raw;
        }
        Interval interval = raw.interval();
        return new Estimate(
                task.normalised(raw.value()),
                raw.standardError() / (1 - task.chance()),
                new Interval(task.normalised(interval.lower()), task.normalised(interval.upper()), interval.level()),
                raw.n());
    }
}
