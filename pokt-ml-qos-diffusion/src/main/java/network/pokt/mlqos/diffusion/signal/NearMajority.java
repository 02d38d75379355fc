package network.pokt.mlqos.diffusion.signal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.pokt.mlqos.diffusion.image.RgbImage;

/**
 * Whom most agree with, where exact equality is too much to ask: voters whose pictures of one request lie near each other form a
 * group, and a group of more than half of all is the majority.
 *
 * <p>Voters should be operators rather than nodes, since one operator may run many. Without a majority everybody abstains: two
 * honest stacks may draw one seed in two ways.
 *
 * @param verdicts what follows for each voter
 * @param medoid the voter in the middle of the majority, if there is one
 */
public record NearMajority(Map<String, Agreement> verdicts, Optional<String> medoid) {

    private static final int FEWEST_VOTERS = 3;

    public NearMajority {
        verdicts = Collections.unmodifiableMap(new LinkedHashMap<>(verdicts));
    }

    /**
     * Returns the verdicts on pictures of one deterministic request.
     *
     * @param pictures by voter
     * @param near up to which distance two pictures are linked, such as {@link SeedSpread#farthestSame()}
     */
    public static NearMajority of(Map<String, RgbImage> pictures, PictureDistance distance, double near) {
        List<String> voters = List.copyOf(pictures.keySet());
        List<RgbImage> drawn = List.copyOf(pictures.values());
        int count = voters.size();
        double[][] distances = new double[count][count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < i; j++) {
                distances[i][j] = distance.between(drawn.get(i), drawn.get(j));
                distances[j][i] = distances[i][j];
            }
        }
        List<Integer> largest = largestGroup(distances, near);
        boolean majority = count >= FEWEST_VOTERS && 2 * largest.size() > count;
        Map<String, Agreement> verdicts = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            verdicts.put(
                    voters.get(i),
                    !majority ? Agreement.ABSTAINS : largest.contains(i) ? Agreement.AGREES : Agreement.DIFFERS);
        }
        return new NearMajority(
                verdicts, majority ? Optional.of(voters.get(middle(largest, distances))) : Optional.empty());
    }

    private static List<Integer> largestGroup(double[][] distances, double near) {
        List<Integer> largest = List.of();
        boolean[] seen = new boolean[distances.length];
        for (int start = 0; start < distances.length; start++) {
            List<Integer> group = new ArrayList<>();
            if (!seen[start]) {
                seen[start] = true;
                group.add(start);
            }
            for (int at = 0; at < group.size(); at++) {
                for (int other = 0; other < distances.length; other++) {
                    if (!seen[other] && distances[group.get(at)][other] <= near) {
                        seen[other] = true;
                        group.add(other);
                    }
                }
            }
            largest = group.size() > largest.size() ? group : largest;
        }
        return largest;
    }

    private static int middle(List<Integer> group, double[][] distances) {
        int middle = group.get(0);
        double least = Double.POSITIVE_INFINITY;
        for (int candidate : group) {
            double sum = group.stream()
                    .mapToDouble(other -> distances[candidate][other])
                    .sum();
            if (sum < least) {
                least = sum;
                middle = candidate;
            }
        }
        return middle;
    }
}
