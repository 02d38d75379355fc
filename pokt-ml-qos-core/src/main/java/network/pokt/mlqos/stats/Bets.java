package network.pokt.mlqos.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Several bets against one hypothesis, among which a stake is spread evenly: the best of them wins for all, and none has
 * to be known beforehand to be the right one.
 *
 * <p>A mixture of fair bets is a fair bet. It costs the logarithm of their number in evidence, and needs no guess of how
 * wrong the hypothesis is. {@link EProcess} and {@link ChangeEvidence} play them.
 *
 * @param eValues the bets, at least one; each keeps the contract of {@link EValue}
 */
public record Bets(List<EValue> eValues) {

    /** Fractions of the boldest bet: a factor of 3 between neighbours costs little wherever the best bet lies between. */
    private static final double[] BOLDNESS = {0.01, 0.03, 0.1, 0.3, 0.9};

    /** Rates as shares of the lowest acceptable one: from nearly always failing to hardly noticeable. */
    private static final double[] RATES = {0.1, 0.3, 0.5, 0.65, 0.75, 0.85, 0.92};

    /** Shifts in standard deviations; smaller ones take hundreds of observations whatever the bet. */
    private static final double[] SHIFTS = {0.5, 1, 2, 3};

    /** Evidence beyond this changes no decision; below it, it stays a number through the next round. */
    private static final double MOST = 1e150;

    public Bets {
        eValues = List.copyOf(eValues);
        if (eValues.isEmpty()) {
            throw new IllegalArgumentException("bets need at least one e-value, got none");
        }
    }

    /** Returns bets of an observer's own. */
    public static Bets of(EValue... eValues) {
        return new Bets(Arrays.asList(eValues));
    }

    /**
     * Returns bets against "no observation is expected above 0", for numbers of at least {@code least}; there is no
     * upper limit, and lower observations are taken as {@code least}.
     *
     * <p>A bet of boldness b multiplies by {@code 1 + b x / |least|}. Taking low observations as {@code least} widens
     * the hypothesis by that much: see to it that it is what you mean, for one enormous windfall then no longer makes up
     * for many small excesses.
     *
     * <p>Source: Waudby-Smith and Ramdas, "Estimating means of bounded random variables by betting", JRSS B 86 (2024).
     *
     * @param least below 0
     */
    public static Bets onMeanAbove0(double least) {
        if (!(least < 0) || Double.isInfinite(least)) {
            throw new IllegalArgumentException(
                    "least observation " + least + " leaves nothing to lose: give a finite number below 0");
        }
        return new Bets(DoubleStream.of(BOLDNESS)
                .mapToObj(boldness -> onMean(least, boldness / -least))
                .toList());
    }

    private static EValue onMean(double least, double stake) {
        return observation -> 1 + stake * Math.max(observation, least);
    }

    /**
     * Returns bets against "every observation is a success with a probability of at least {@code rate}", for
     * observations that are 1 for a success and 0 for a failure.
     *
     * <p>Each bet is the likelihood ratio of a lower rate, from a tenth to 92 % of {@code rate}.
     *
     * @param rate strictly between 0 and 1
     */
    public static Bets onRateBelow(double rate) {
        if (!(rate > 0 && rate < 1)) {
            throw new IllegalArgumentException(
                    "success rate " + rate + " cannot be fallen short of: give a share strictly between 0 and 1");
        }
        return new Bets(DoubleStream.of(RATES)
                .mapToObj(share -> onRate(rate, share * rate))
                .toList());
    }

    private static EValue onRate(double rate, double lower) {
        double success = lower / rate;
        double failure = (1 - lower) / (1 - rate);
        return observation -> observation > 0.5 ? success : failure;
    }

    /**
     * Returns bets against "every observation is standard normal", in either direction.
     *
     * <p>Heavier tails than the normal break the guarantee: rank observations against a baseline first, or clip them.
     */
    public static Bets onShift() {
        return new Bets(DoubleStream.of(SHIFTS)
                .flatMap(shift -> DoubleStream.of(shift, -shift))
                .mapToObj(Bets::onShift)
                .toList());
    }

    private static EValue onShift(double shift) {
        return observation -> Math.exp(shift * observation - shift * shift / 2);
    }

    /**
     * Returns bets against "every observation comes from a source within {@code bounds}", for numbers that grow when
     * something is wrong.
     *
     * <p>Only the range between two limits counts, so heavy tails do no harm; 0 and 1 are numbers too. Some bets take all
     * ranges and are best at a shift by half a standard deviation to three, as if the numbers were normal. Others take
     * one limit alone, for changes that make more numbers exceed it but not by more.
     */
    public static Bets onLargerThan(TailBounds bounds) {
        List<TailBounds> looks = new ArrayList<>(List.of(bounds));
        for (int i = 0; bounds.limits().size() > 1 && i < bounds.limits().size(); i++) {
            looks.add(TailBounds.known(bounds.limits().get(i), bounds.shares().get(i)));
        }
        return new Bets(looks.stream()
                .flatMap(look -> DoubleStream.of(SHIFTS).<EValue>mapToObj(shift -> new TailBet(look, shift)))
                .toList());
    }

    /** Begins with {@code stake} spread over the bets. */
    double[] spread(double stake) {
        double[] capital = new double[eValues.size()];
        Arrays.fill(capital, stake / capital.length);
        return capital;
    }

    /** Adds a stake to the capital and plays one round with all of it; returns the sum that is left. */
    double play(double[] capital, double stake, double observation) {
        double share = stake / capital.length;
        double sum = 0;
        for (int i = 0; i < capital.length; i++) {
            double factor = eValues.get(i).of(observation);
            if (!(factor >= 0)) {
                throw new IllegalArgumentException(
                        "e-value " + factor + " of observation " + observation
                                + " breaks its contract: give finite observations, and bets that cannot lose more than they have");
            }
            capital[i] = Math.min((capital[i] + share) * Math.min(factor, MOST), MOST);
            sum += capital[i];
        }
        return sum;
    }
}
