package network.pokt.mlqos.architecture.broken.node;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Comes close to every rule and breaks none. */
final class LawAbiding {

    private static final int[] TABLE = {2, 3, 5};

    Instant readsTheClockItWasGiven(Clock clock) {
        return Instant.now(clock);
    }

    int drawsFromItsSeed(long seed, List<String> cards) {
        Random random = new Random(seed);
        Collections.shuffle(cards, random);
        return random.nextInt(TABLE.length);
    }
}
