package network.pokt.mlqos.profile;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The newest samples of one node on one task, in the order in which they were concluded. Guarded by its node's lock.
 *
 * <p>A sample is one long: 32 bits of seconds since 1970, 30 bits of the document's index, 2 bits that say right, wrong, failed
 * or "see the values". Only scores between 0 and 1 need the values, so that most windows are eight bytes a sample. An item
 * counts once, with its latest sample: asking the same again adds no evidence.
 */
final class SampleWindow {

    private static final int WRONG = 0;
    private static final int RIGHT = 1;
    private static final int FAILED = 2;
    private static final int VALUED = 3;
    private static final int MOST_ITEM = (1 << 30) - 1;

    private long[] samples = new long[0];
    private double[] values = new double[0];
    private int size;

    /** Takes one sample, unless the window is full of newer ones. */
    void add(int item, Instant at, double score, boolean failed, WindowRule rule) {
        if (item < 0 || item > MOST_ITEM) {
            throw new IllegalArgumentException(
                    "The index of a sample must be from 0 to " + MOST_ITEM + ", got " + item + ".");
        }
        long second = at.getEpochSecond();
        if (!removeOlder(item, second)) {
            return;
        }
        int place = size;
        while (place > 0 && second(samples[place - 1]) > second) {
            place--;
        }
        if (size == rule.capacity()) {
            if (place == 0) {
                return;
            }
            removeAt(0);
            place--;
        }
        insert(place, second << 32 | (long) item << 2 | code(score, failed), score);
    }

    private static int code(double score, boolean failed) {
        return failed ? FAILED : score == 0 ? WRONG : score == 1 ? RIGHT : VALUED;
    }

    private void insert(int place, long sample, double score) {
        if (size == samples.length) {
            samples = Arrays.copyOf(samples, Math.max(8, size + (size >> 1)));
            values = values.length == 0 ? values : Arrays.copyOf(values, samples.length);
        }
        if (codeOf(sample) == VALUED && values.length == 0) {
            values = new double[samples.length];
        }
        System.arraycopy(samples, place, samples, place + 1, size - place);
        samples[place] = sample;
        if (values.length > 0) {
            System.arraycopy(values, place, values, place + 1, size - place);
            values[place] = score;
        }
        size++;
    }

    /** Makes way for a sample of this item; returns false if there is a newer one. */
    private boolean removeOlder(int item, long second) {
        for (int i = 0; i < size; i++) {
            if (item(i) == item) {
                if (second(i) > second) {
                    return false;
                }
                removeAt(i);
                return true;
            }
        }
        return true;
    }

    private void removeAt(int place) {
        size--;
        System.arraycopy(samples, place + 1, samples, place, size - place);
        if (values.length > 0) {
            System.arraycopy(values, place + 1, values, place, size - place);
        }
    }

    /** Forgets what was concluded at {@code before} or earlier. */
    void dropUntil(long before) {
        int expired = 0;
        while (expired < size && second(samples[expired]) <= before) {
            expired++;
        }
        if (expired > 0) {
            size -= expired;
            System.arraycopy(samples, expired, samples, 0, size);
            if (values.length > 0) {
                System.arraycopy(values, expired, values, 0, size);
            }
        }
    }

    int size() {
        return size;
    }

    int item(int index) {
        return (int) (samples[index] >>> 2) & MOST_ITEM;
    }

    long second(int index) {
        return second(samples[index]);
    }

    boolean failed(int index) {
        return codeOf(samples[index]) == FAILED;
    }

    /** Returns the score of a sample, 0 if it failed. */
    double score(int index) {
        int code = codeOf(samples[index]);
        return code == VALUED ? values[index] : code == RIGHT ? 1 : 0;
    }

    /** Returns the scores from the oldest on, with failures as 0 or left out. */
    double[] scores(boolean failuresCount) {
        return IntStream.range(0, size)
                .filter(sample -> failuresCount || !failed(sample))
                .mapToDouble(this::score)
                .toArray();
    }

    /** Returns the memory in bytes: both arrays with their headers, and this object. */
    int bytes() {
        return 32 + 16 + samples.length * Long.BYTES + (values.length == 0 ? 0 : 16 + values.length * Double.BYTES);
    }

    private static long second(long sample) {
        return sample >>> 32;
    }

    private static int codeOf(long sample) {
        return (int) sample & 3;
    }
}
