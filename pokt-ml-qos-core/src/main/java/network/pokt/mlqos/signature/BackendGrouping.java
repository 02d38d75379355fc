package network.pokt.mlqos.signature;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Groups nodes that share a backend, by how often they answer the same prompts alike.
 *
 * <p>Two nodes are linked if they agree too often for different backends: the hypothesis "they agree on at most a share
 * {@code apart} of prompts" is rejected for them by an exact binomial test. All pairs are tested together (Holm), so the
 * probability that any two nodes are linked wrongly is at most {@code falseMerges}, whatever the order of the nodes.
 * Groups are what links connect: the relation is symmetric and transitive, noise between two members does not part them
 * while another one holds them together, and no false merge happens but by a false link.
 *
 * <p>{@code apart} is how often the most alike backends that are to be told apart agree; measure it. Backends that agree
 * more often are one group here. Cost: about 50 ns per pair and shared prompt.
 *
 * @param apart the most that different backends agree, strictly between 0 and 1
 * @param falseMerges the accepted probability of a wrong link in one grouping, strictly between 0 and 1
 */
public record BackendGrouping(double apart, double falseMerges) {

    public BackendGrouping {
        if (!(apart > 0 && apart < 1 && falseMerges > 0 && falseMerges < 1)) {
            throw new IllegalArgumentException("A grouping needs shares strictly between 0 and 1, got apart " + apart
                    + " and false merges " + falseMerges + ".");
        }
    }

    /** Two nodes by index and how unlikely their agreement is between different backends. */
    private record Pair(int first, int second, double pValue) {}

    /**
     * Returns how many prompts two nodes must share, so that full agreement links them among so many nodes.
     *
     * @param nodes at least 2
     */
    public int fewestPrompts(int nodes) {
        double pairs = nodes * (nodes - 1.0) / 2;
        return (int) Math.ceil(Math.log(falseMerges / pairs) / Math.log(apart));
    }

    /** Returns the groups, largest first; a node that is linked to none is a group by itself. */
    public List<BackendGroup> group(List<IdentityAnswers> nodes) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            for (int j = 0; j < i; j++) {
                pairs.add(new Pair(i, j, pValue(nodes.get(i), nodes.get(j))));
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::pValue));
        int[] parents = new int[nodes.size()];
        for (int i = 0; i < parents.length; i++) {
            parents[i] = i;
        }
        int left = pairs.size();
        for (Pair pair : pairs) {
            if (pair.pValue() > falseMerges / left--) {
                break;
            }
            parents[root(parents, pair.first())] = root(parents, pair.second());
        }
        Map<Integer, List<IdentityAnswers>> groups = new TreeMap<>();
        for (int i = 0; i < parents.length; i++) {
            groups.computeIfAbsent(root(parents, i), root -> new ArrayList<>()).add(nodes.get(i));
        }
        return groups.values().stream()
                .map(group -> new BackendGroup(
                        group.stream().map(IdentityAnswers::node).toList()))
                .sorted(Comparator.comparingInt(
                                (BackendGroup group) -> -group.members().size())
                        .thenComparing(group -> group.members().get(0)))
                .toList();
    }

    private double pValue(IdentityAnswers first, IdentityAnswers second) {
        int shared = first.sharedWith(second);
        int equal = first.equalWith(second);
        return equal <= apart * shared
                ? 1
                : BinomialDistribution.of(shared, apart).survivalProbability(equal - 1);
    }

    private static int root(int[] parents, int node) {
        int at = node;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }
}
