package network.pokt.mlqos.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** A two-sided confidence level: the share of repetitions in which an interval is to hold the truth. */
final class Confidence {

    /** The level where the caller names none: the custom of the field. */
    static final double DEFAULT = 0.95;

    private Confidence() {}

    /** Returns the level, or refuses one that is not strictly between 0 and 1. */
    static double require(double level) {
        if (level > 0 && level < 1) {
            return level;
        }
        throw new IllegalArgumentException(
                "confidence level " + level + " is not between 0 and 1: give a share such as 0.95, not a percentage");
    }

    /** The probability left out on each side, 0.025 at 95 %. */
    static double tail(double level) {
        return (1 - require(level)) / 2;
    }

    /** How many standard errors a normal interval reaches to each side, 1.96 at 95 %. */
    static double z(double level) {
        return NormalDistribution.of(0, 1).inverseSurvivalProbability(tail(level));
    }
}
