package network.pokt.mlqos.signature;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Prompts of random words, new in every epoch and equal for all nodes of it.
 *
 * <p>Nobody has answered them before, so no answer can come from a store, and answers of one epoch can be compared
 * whenever within it they were given. A seed of an epoch is a SHA-256 of secret and epoch: prompts of past epochs do not
 * tell those to come. Immutable.
 *
 * <pre>{@code
 * List<String> prompts = FreshText.of(secret).prompts(epoch, 40);
 * }</pre>
 */
public final class FreshText {

    private static final List<String> ONSETS = List.of(
            "b", "br", "c", "cl", "d", "dr", "f", "fl", "g", "gr", "h", "k", "l", "m", "n", "p", "pl", "r", "s", "st",
            "t", "tr", "v", "w", "");

    private static final List<String> RIMES = List.of(
            "a", "an", "ar", "e", "el", "en", "er", "i", "in", "is", "o", "on", "or", "u", "un", "us", "ay", "ea");

    private static final int WORDS = 10;

    private final long secret;
    private final List<String> words;

    private FreshText(long secret, List<String> words) {
        this.secret = secret;
        this.words = List.copyOf(words);
    }

    /** Returns prompts of made-up words. */
    public static FreshText of(long secret) {
        return new FreshText(secret, List.of());
    }

    /**
     * Returns prompts of these words, which can make them look like other traffic.
     *
     * @param words at least a hundred, so that no prompt comes twice
     */
    public static FreshText of(long secret, List<String> words) {
        if (words.size() < 100) {
            throw new IllegalArgumentException(
                    "Prompts that never repeat need 100 words or more to draw from, got " + words.size() + ".");
        }
        return new FreshText(secret, words);
    }

    /** Returns the first prompts of an epoch, of ten words each. */
    public List<String> prompts(long epoch, int count) {
        SplittableRandom random = new SplittableRandom(seed(epoch));
        return Stream.generate(() -> prompt(random)).limit(count).toList();
    }

    private String prompt(SplittableRandom random) {
        StringBuilder prompt = new StringBuilder();
        for (int i = 0; i < WORDS; i++) {
            prompt.append(i == 0 ? "" : " ").append(words.isEmpty() ? word(random) : one(words, random));
        }
        return prompt.toString();
    }

    private static String word(SplittableRandom random) {
        StringBuilder word = new StringBuilder();
        for (int syllables = 1 + random.nextInt(3); syllables > 0; syllables--) {
            word.append(one(ONSETS, random)).append(one(RIMES, random));
        }
        return word.toString();
    }

    private static String one(List<String> texts, SplittableRandom random) {
        return texts.get(random.nextInt(texts.size()));
    }

    private long seed(long epoch) {
        try {
            ByteBuffer both =
                    ByteBuffer.allocate(2 * Long.BYTES).putLong(secret).putLong(epoch);
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(both.array()))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Returns nothing of the secret. */
    @Override
    public String toString() {
        return "FreshText";
    }
}
