package network.pokt.mlqos.diffusion.signal;

import java.util.Arrays;
import network.pokt.mlqos.diffusion.image.RgbImage;

/**
 * How far apart honest pictures of one model and one seed lie, and how far those of different seeds: what "the same picture" means
 * for a model, measured rather than assumed.
 *
 * <p>Different cards and libraries draw the same seed nearly but not exactly alike, and how nearly depends on the model and its
 * sampler. If the two spreads overlap, the seed does not decide the picture and nothing follows from it.
 *
 * @param farthestSame the largest distance between pictures of one seed
 * @param nearestOther the smallest distance between pictures of different seeds
 * @param pairs how many pairs each of the two rests on, the smaller number
 */
public record SeedSpread(double farthestSame, double nearestOther, int pairs) {

    /** Fewer pairs say nothing about a spread. */
    private static final int FEWEST_PAIRS = 5;

    /** Refuses distances that are no distances. */
    public SeedSpread {
        if (!(farthestSame >= 0) || !(nearestOther >= 0)) {
            throw new IllegalArgumentException(
                    "Distances are at least 0, got " + farthestSame + " and " + nearestOther + ".");
        }
    }

    /**
     * Returns the spread of pairs from nodes that are trusted.
     *
     * @param same distances between pictures of one request, from different nodes or times
     * @param other distances between pictures of different seeds
     * @throws IllegalArgumentException if one of them is empty
     */
    public static SeedSpread of(double[] same, double[] other) {
        if (same.length == 0 || other.length == 0) {
            throw new IllegalArgumentException("A spread needs distances of both kinds, got " + same.length + " and "
                    + other.length + "; draw the same request at two trusted nodes.");
        }
        return new SeedSpread(
                Arrays.stream(same).max().orElseThrow(),
                Arrays.stream(other).min().orElseThrow(),
                Math.min(same.length, other.length));
    }

    /** Returns whether a distance is one of the same picture; it abstains between the two spreads and if they overlap. */
    public Agreement judge(double distance) {
        if (pairs < FEWEST_PAIRS || farthestSame >= nearestOther) {
            return Agreement.ABSTAINS;
        }
        double third = (nearestOther - farthestSame) / 3;
        if (distance <= farthestSame + third) {
            return Agreement.AGREES;
        }
        return distance >= nearestOther - third ? Agreement.DIFFERS : Agreement.ABSTAINS;
    }

    /** Returns whether two pictures of one request are the same picture. */
    public Agreement judge(RgbImage a, RgbImage b, PictureDistance distance) {
        return judge(distance.between(a, b));
    }
}
