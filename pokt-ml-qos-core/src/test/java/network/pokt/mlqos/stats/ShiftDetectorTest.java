package network.pokt.mlqos.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShiftDetectorTest {

    /** Of the 6 orders of two failures and two successes only 0011 and 1100 are split so cleanly: 2 / 6. */
    @Test
    void countsTheOrdersThatLookAsShifted() {
        Shift shift = result(outcomes("0011"));

        assertThat(shift.index()).isEqualTo(2);
        assertThat(shift.resolution()).isEqualTo(1);
        assertThat(shift.before()).isEqualTo(Estimate.ofProportion(0, 2));
        assertThat(shift.after()).isEqualTo(Estimate.ofProportion(2, 2));
        assertThat(shift.pValue()).isCloseTo(2.0 / 6, within(1e-12));
    }

    /** Exact, not approximate: for all 4,096 sequences of 12 the p-value is the share of orders that are as extreme. */
    @Test
    void givesThePValueOfAFullEnumeration() {
        int n = 12;
        Map<Integer, List<Case>> casesBySuccesses = new TreeMap<>();
        for (int bits = 1; bits < (1 << n) - 1; bits++) {
            casesBySuccesses
                    .computeIfAbsent(Integer.bitCount(bits), successes -> new ArrayList<>())
                    .add(new Case(
                            largestRatio(bits, n), result(outcomes(bits, n)).pValue()));
        }

        for (Collection<Case> cases : casesBySuccesses.values()) {
            for (Case one : cases) {
                long asExtreme = cases.stream()
                        .filter(other -> other.ratio() >= one.ratio() - 1e-9)
                        .count();
                assertThat(one.pValue()).isCloseTo((double) asExtreme / cases.size(), within(1e-10));
            }
        }
    }

    private record Case(double ratio, double pValue) {}

    /** The statistic by its textbook formula, independent of the class under test. */
    private static double largestRatio(int bits, int n) {
        return IntStream.range(1, n)
                .mapToDouble(split -> {
                    int before = Integer.bitCount(bits & ((1 << split) - 1));
                    int all = Integer.bitCount(bits);
                    return 2
                            * (logLikelihood(before, split)
                                    + logLikelihood(all - before, n - split)
                                    - logLikelihood(all, n));
                })
                .max()
                .orElseThrow();
    }

    private static double logLikelihood(int successes, int n) {
        double rate = (double) successes / n;
        return rate == 0 || rate == 1 ? 0 : successes * Math.log(rate) + (n - successes) * Math.log(1 - rate);
    }

    /** A p-value is the chance of one as small: shuffle a sequence of several outcomes per block and count. */
    @ParameterizedTest
    @CsvSource({"300, 0.7, 0.01", "700, 0.95, 0.05"})
    void agreesWithShufflingWhereBlocksAreJoined(int n, double rate, double drop) {
        SplittableRandom random = new SplittableRandom(n);
        boolean[] outcomes = new boolean[n];
        for (int i = 0; i < n; i++) {
            outcomes[i] = random.nextDouble() < (i < n / 2 ? rate : rate - drop);
        }
        double observed = result(outcomes).pValue();
        int shuffles = 1_000;
        int asSmall = 0;
        for (int i = 0; i < shuffles; i++) {
            shuffle(outcomes, random);
            if (result(outcomes).pValue() <= observed + 1e-9) {
                asSmall++;
            }
        }

        double fiveSigma = 5 * Math.sqrt(observed * (1 - observed) / shuffles);
        assertThat((double) asSmall / shuffles)
                .as("p-value %s, seed %s", observed, n)
                .isCloseTo(observed, within(fiveSigma));
        assertThat(observed)
                .as("a figure in the middle, or nothing was compared")
                .isBetween(0.01, 0.99);
    }

    @ParameterizedTest
    @CsvSource({"50, 0.5", "200, 0.8", "400, 0.97"})
    void raisesNoMoreFalseAlarmsThanItSays(int n, double rate) {
        int runs = 1_000;
        int alarms = 0;
        for (int seed = 0; seed < runs; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            ShiftDetector detector = new ShiftDetector();
            for (int i = 0; i < n; i++) {
                detector.record(random.nextDouble() < rate);
            }
            if (detector.result().filter(shift -> shift.pValue() <= 0.05).isPresent()) {
                alarms++;
            }
        }

        // 0.05 of 1,000 and three standard deviations of such a count.
        assertThat(alarms).as("alarms for seeds 0 to %s", runs - 1).isLessThanOrEqualTo(50 + 21);
    }

    /** Shifts of a swapped model at an alarm level of 0.1 %: see how many of 200 nodes are found, and how exactly. */
    @ParameterizedTest
    @CsvSource({
        "0.84, 0.44, 100, 100, 195, 6",
        "0.80, 0.45, 300, 100, 195, 8",
        "0.75, 0.55, 400, 400, 190, 24",
        "0.80, 0.05, 20, 20, 190, 2"
    })
    void findsANodeThatSwappedItsModel(
            double before, double after, int outcomesBefore, int outcomesAfter, int leastFound, int medianMiss) {
        List<Long> misses = new ArrayList<>();
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            ShiftDetector detector = new ShiftDetector();
            for (int i = 0; i < outcomesBefore + outcomesAfter; i++) {
                detector.record(random.nextDouble() < (i < outcomesBefore ? before : after));
            }
            detector.result()
                    .filter(shift -> shift.pValue() <= 0.001)
                    .ifPresent(shift -> misses.add(Math.abs(shift.index() - outcomesBefore)));
        }

        assertThat(misses).as("found with seeds 0 to 199").hasSizeGreaterThanOrEqualTo(leastFound);
        assertThat(misses.stream().sorted().skip(misses.size() / 2).findFirst())
                .as("median distance to the swap")
                .hasValueSatisfying(miss -> assertThat(miss).isLessThanOrEqualTo(medianMiss));
    }

    @Test
    void keepsTheMomentWhileBlocksAreJoined() {
        ShiftDetector detector = new ShiftDetector();
        for (int i = 0; i < 10_000; i++) {
            detector.record(i < 6_000 ? i % 10 != 0 : i % 2 == 0);
        }
        Shift shift = detector.result().orElseThrow();

        assertThat(detector.count()).isEqualTo(10_000);
        assertThat(shift.resolution()).isEqualTo(128);
        assertThat(shift.index()).isCloseTo(6_000, within(128L));
        assertThat(shift.before().value()).isCloseTo(0.9, within(0.01));
        assertThat(shift.after().value()).isCloseTo(0.5, within(0.01));
        assertThat(shift.before().n() + shift.after().n()).isEqualTo(10_000);
        assertThat(shift.pValue()).isEqualTo(1e-12);
    }

    @Test
    void forgetsTheOldestOutcomesWhenItsMemoryIsFull() {
        ShiftDetector detector = new ShiftDetector();
        int n = 1_500_000;
        for (int i = 0; i < n; i++) {
            // A first shift that is forgotten, and a second one that is not.
            detector.record(i < 200_000 || i % 100 < (i < 1_200_000 ? 50 : 51));
        }
        Shift shift = detector.result().orElseThrow();

        assertThat(detector.count()).isEqualTo(n);
        assertThat(shift.resolution()).isEqualTo(8_192);
        assertThat(shift.index()).isCloseTo(1_200_000, within(8_192L));
        assertThat(shift.before().n() + shift.after().n()).isBetween(1_048_576L - 8_192, 1_048_576L);
        assertThat(shift.after().value()).isCloseTo(0.51, within(0.001));
        assertThat(shift.pValue()).isBetween(1e-12, 1e-6);
    }

    /** Two of all C(30, 15) orders are as clean; for C(50, 25) that is 1.6e-14, below what is told apart. */
    @Test
    void resolvesPValuesThatNoShufflingReaches() {
        assertThat(result(outcomes("0".repeat(15) + "1".repeat(15))).pValue())
                .isCloseTo(2 / 155_117_520.0, withinPercentage(0.01));
        assertThat(result(outcomes("0".repeat(25) + "1".repeat(25))).pValue()).isEqualTo(1e-12);
    }

    /** 129 outcomes are 64 blocks of two and an unfinished one. */
    @Test
    void seesAShiftRightBeforeAnUnfinishedBlock() {
        Shift shift = result(outcomes("1".repeat(128) + "0"));

        assertThat(shift.index()).isEqualTo(128);
        assertThat(shift.resolution()).isEqualTo(2);
        assertThat(shift.pValue()).isCloseTo(1.0 / 129, within(1e-12));
    }

    @Test
    void hasNothingToCompareWhileAllOutcomesAreEqual() {
        assertThat(new ShiftDetector().result()).isEmpty();
        assertThat(detector(outcomes("1")).result()).isEmpty();
        assertThat(detector(outcomes("11111")).result()).isEmpty();
        assertThat(detector(outcomes("000")).result()).isEmpty();
        assertThat(result(outcomes("10")).pValue()).isEqualTo(1);
    }

    @Test
    void saysWhatItFound() {
        assertThat(result(outcomes("0".repeat(10) + "1".repeat(10))))
                .hasToString("shift at 10: 0.00, 95 % interval 0.00..0.28, n = 10 -> "
                        + "1.00, 95 % interval 0.72..1.00, n = 10, p = 0.000011");
    }

    @Test
    void refusesAShiftThatCannotBe() {
        Estimate half = Estimate.ofProportion(1, 2);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Shift(0, 1, half, half, 0.5))
                .withMessage("shift at outcome 0 with resolution 1 cannot be: give at least 1 for both");
        assertThatIllegalArgumentException().isThrownBy(() -> new Shift(1, 0, half, half, 0.5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Shift(1, 1, half, half, 1.5))
                .withMessage("p-value 1.5 is not a probability: give a number within 0 to 1");
    }

    private static Shift result(boolean... outcomes) {
        return detector(outcomes).result().orElseThrow();
    }

    private static ShiftDetector detector(boolean... outcomes) {
        ShiftDetector detector = new ShiftDetector();
        for (boolean outcome : outcomes) {
            detector.record(outcome);
        }
        return detector;
    }

    private static boolean[] outcomes(String digits) {
        boolean[] outcomes = new boolean[digits.length()];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = digits.charAt(i) == '1';
        }
        return outcomes;
    }

    private static boolean[] outcomes(int bits, int n) {
        boolean[] outcomes = new boolean[n];
        for (int i = 0; i < n; i++) {
            outcomes[i] = (bits >> i & 1) == 1;
        }
        return outcomes;
    }

    private static void shuffle(boolean[] outcomes, SplittableRandom random) {
        for (int i = outcomes.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            boolean outcome = outcomes[i];
            outcomes[i] = outcomes[j];
            outcomes[j] = outcome;
        }
    }
}
