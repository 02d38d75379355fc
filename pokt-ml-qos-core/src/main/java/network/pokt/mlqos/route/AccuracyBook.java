package network.pokt.mlqos.route;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import network.pokt.mlqos.profile.NodeProfile;
import network.pokt.mlqos.route.Candidate.Accuracy;
import network.pokt.mlqos.stats.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * Turns profiles into accuracies that compare: over the tasks that the request names, else over those that every measured node
 * has. A node that lacks them is taken to be as good as the worst that is measured, with a wide error for exploration.
 */
final class AccuracyBook {

    /** A node of which nothing is known where nobody is measured: a coin. */
    private static final double UNKNOWN = 0.5;

    private static final double UNKNOWN_ERROR = 0.15;

    private final Set<String> tasks;
    private final @Nullable Accuracy[] known;
    private double worst = Double.NaN;
    private double sum;
    private int measured;

    /** Takes the profiles of the nodes, null where there is none. */
    AccuracyBook(RouteNeeds needs, List<@Nullable NodeProfile> profiles) {
        tasks = needs.accuracy().isEmpty() ? common(profiles) : needs.accuracy().keySet();
        known = new Accuracy[profiles.size()];
        for (int i = 0; i < known.length; i++) {
            NodeProfile profile = profiles.get(i);
            Accuracy accuracy = profile == null ? null : read(profile);
            known[i] = accuracy;
            if (accuracy != null) {
                worst = Double.isNaN(worst) ? accuracy.lower() : Math.min(worst, accuracy.lower());
                sum += accuracy.mean();
                measured++;
            }
        }
    }

    private static Set<String> common(List<@Nullable NodeProfile> profiles) {
        Set<String> common = null;
        for (NodeProfile profile : profiles) {
            Set<String> tasks = profile == null ? Set.of() : profile.tasks();
            if (tasks.isEmpty()) {
                continue;
            }
            if (common == null) {
                common = new HashSet<>(tasks);
            } else {
                common.retainAll(tasks);
            }
        }
        return common == null ? Set.of() : common;
    }

    /** Returns the accuracy of the node at this place. */
    Accuracy of(int index) {
        Accuracy accuracy = known[index];
        if (accuracy != null) {
            return accuracy;
        }
        return measured == 0
                ? new Accuracy(UNKNOWN, UNKNOWN, UNKNOWN_ERROR)
                : new Accuracy(worst, sum / measured, UNKNOWN_ERROR);
    }

    private @Nullable Accuracy read(NodeProfile profile) {
        List<Estimate> found = new ArrayList<>(tasks.size());
        for (String task : tasks) {
            Estimate estimate = profile.accuracyOfAnswered(task)
                    .or(() -> profile.accuracy(task))
                    .orElse(null);
            if (estimate == null || estimate.n() == 0 || Double.isNaN(estimate.value())) {
                return null;
            }
            found.add(estimate);
        }
        if (found.isEmpty()) {
            return null;
        }
        double lower = 0;
        double mean = 0;
        double variance = 0;
        for (Estimate estimate : found) {
            double least = Math.max(0, estimate.interval().lower());
            lower += least;
            mean += estimate.value();
            variance += Math.pow((estimate.value() - least) / 1.96, 2);
        }
        int n = found.size();
        return new Accuracy(lower / n, mean / n, Math.sqrt(variance) / n);
    }
}
