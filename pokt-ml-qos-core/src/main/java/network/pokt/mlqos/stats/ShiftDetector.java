package network.pokt.mlqos.stats;

import java.util.Arrays;
import java.util.Optional;

/**
 * Finds out whether a sequence of successes and failures changed its rate at some unknown moment.
 *
 * <p>Made for a node that swaps its model half way: the average over everything hides it, the order does not. Outcomes
 * are recorded in the order in which they happened; the test compares, at every moment between two blocks, one rate
 * for all with one rate before and one after (Bernoulli likelihood ratio), takes the best moment, and gives the exact
 * probability that a sequence without a shift, of the same length and with as many successes, has a moment as good. So
 * at most 5 % of steady nodes show a p-value of 0.05 or less, whatever their rate.
 *
 * <pre>{@code
 * ShiftDetector detector = new ShiftDetector();
 * outcomes.forEach(detector::record);
 * detector.result().filter(shift -> shift.pValue() < 0.001).ifPresent(shift -> alarm(shift.index()));
 * }</pre>
 *
 * <p>This is a test of one sequence at one time. Looking again and again, until a small p-value turns up, needs a
 * correction or a sequential test. Outcomes that hang together (retries of one request) are to be recorded as one.
 *
 * <p>Memory is 128 counts. Blocks hold one outcome each until all are full, then neighbours are joined and the block
 * size doubles, so a moment is known to n/64 or better. From 1,048,576 outcomes on the oldest 8,192 are forgotten when
 * room is needed. Recording costs some nanoseconds; a result less than 1 ms up to 1,000 outcomes, some milliseconds for
 * 50,000 and about 0.1 s for a full memory.
 *
 * <p>Sources: Hinkley and Hinkley, "Inference about the change-point in a sequence of binomial variables", Biometrika
 * 57 (1970), for the statistic; Worsley, Biometrika 70 (1983), for its exact distribution.
 *
 * <p>Not thread-safe: one writer, or a lock of the caller.
 */
public final class ShiftDetector {

    /** More would locate a shift better than its own uncertainty allows, at a cost that grows with it. */
    private static final int MAX_BLOCKS = 128;

    /** Bounds the cost of a result; with {@link #MAX_BLOCKS} of them about a million outcomes are remembered. */
    private static final int MAX_BLOCK_SIZE = 8_192;

    private final int[] successes = new int[MAX_BLOCKS];
    private int blockSize = 1;
    private int fullBlocks;
    private int inOpenBlock;
    private long forgotten;

    /** A detector that saw no outcome yet. */
    public ShiftDetector() {}

    /** Takes the next outcome. */
    public void record(boolean success) {
        if (fullBlocks == MAX_BLOCKS) {
            makeRoom();
        }
        if (success) {
            successes[fullBlocks]++;
        }
        inOpenBlock++;
        if (inOpenBlock == blockSize) {
            inOpenBlock = 0;
            fullBlocks++;
        }
    }

    /** How many outcomes were recorded, forgotten ones included. */
    public long count() {
        return forgotten + remembered();
    }

    /**
     * The best moment for a shift among the outcomes so far; empty while there is nothing to compare, that is below
     * two outcomes or as long as all are equal.
     */
    public Optional<Shift> result() {
        SplitLikelihood likelihood =
                new SplitLikelihood(Arrays.stream(successes).sum(), remembered());
        if (likelihood.successes() == 0 || likelihood.successes() == likelihood.n()) {
            return Optional.empty();
        }
        int splits = inOpenBlock == 0 ? fullBlocks - 1 : fullBlocks;
        int bestSplit = 0;
        int bestBefore = 0;
        double bestRatio = -1;
        int before = 0;
        for (int block = 0; block < splits; block++) {
            before += successes[block];
            int split = (block + 1) * blockSize;
            double ratio = likelihood.ratio(before, split);
            if (ratio > bestRatio) {
                bestSplit = split;
                bestBefore = before;
                bestRatio = ratio;
            }
        }
        return Optional.of(new Shift(
                forgotten + bestSplit,
                blockSize,
                Estimate.ofProportion(bestBefore, bestSplit),
                Estimate.ofProportion(likelihood.successes() - bestBefore, likelihood.n() - bestSplit),
                new SplitNull(likelihood, blockSize, splits).probabilityOfAtLeast(bestRatio)));
    }

    private int remembered() {
        return fullBlocks * blockSize + inOpenBlock;
    }

    private void makeRoom() {
        if (blockSize < MAX_BLOCK_SIZE) {
            for (int i = 0; i < MAX_BLOCKS / 2; i++) {
                successes[i] = successes[2 * i] + successes[2 * i + 1];
            }
            fullBlocks = MAX_BLOCKS / 2;
            blockSize *= 2;
        } else {
            System.arraycopy(successes, 1, successes, 0, MAX_BLOCKS - 1);
            fullBlocks = MAX_BLOCKS - 1;
            forgotten += blockSize;
        }
        Arrays.fill(successes, fullBlocks, MAX_BLOCKS, 0);
    }
}
