package network.pokt.mlqos.lmeh.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Draws that puzzles are made of. Not thread-safe. */
final class Dice {

    private final SplittableRandom random;

    Dice(SplittableRandom random) {
        this.random = random;
    }

    /** Returns a number from {@code least} to {@code most}, both included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /** Returns a number with so many digits. */
    long withDigits(int digits) {
        long least = digits == 1 ? 1 : Math.round(Math.pow(10, digits - 1));
        return random.nextLong(least, 10 * least);
    }

    boolean coin() {
        return random.nextBoolean();
    }

    <T> T oneOf(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    /** Returns so many different ones, in random order. */
    <T> List<T> some(List<T> things, int count) {
        List<T> rest = new ArrayList<>(things);
        List<T> drawn = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            drawn.add(rest.remove(random.nextInt(rest.size())));
        }
        return drawn;
    }

    /** Returns a word that nobody knows, with so many syllables of two letters. */
    String inventedWord(int syllables) {
        StringBuilder word = new StringBuilder(2 * syllables);
        for (int i = 0; i < syllables; i++) {
            word.append("bdfgklmnprstvz".charAt(random.nextInt(14))).append("aeiou".charAt(random.nextInt(5)));
        }
        return word.toString();
    }
}
