package network.pokt.mlqos.diffusion.task;

import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ways to write a prompt differently that should not change the picture, after HELM's robustness and fairness perturbations. The
 * draws are ours: HELM draws other ones from the same seed.
 */
public enum Perturbation {
    /** All letters small. */
    LOWER_CASE,
    /** One to three spaces for each. */
    EXTRA_SPACES,
    /** "It is" becomes "it's", and so on for common pairs. */
    CONTRACTIONS,
    /** Pronouns and words of men become those of women. */
    FEMALE_WORDS;

    private static final Map<String, String> SHORTER = new TreeMap<>(Map.of(
            "is not", "isn't",
            "are not", "aren't",
            "do not", "don't",
            "does not", "doesn't",
            "cannot", "can't",
            "it is", "it's",
            "that is", "that's",
            "they are", "they're",
            "there is", "there's"));

    private static final Map<String, String> FEMALE = new TreeMap<>(Map.of(
            "he", "she",
            "him", "her",
            "his", "her",
            "man", "woman",
            "men", "women",
            "boy", "girl",
            "boys", "girls",
            "father", "mother",
            "king", "queen",
            "husband", "wife"));

    /** Returns the name in the name of a perturbed set, such as {@code lower_case}. */
    public String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }

    String apply(String prompt, SplittableRandom random) {
        return switch (this) {
            case LOWER_CASE -> prompt.toLowerCase(Locale.ROOT);
            case EXTRA_SPACES ->
                Pattern.compile(" +").matcher(prompt).replaceAll(match -> " ".repeat(random.nextInt(1, 4)));
            case CONTRACTIONS -> replaced(prompt, SHORTER);
            case FEMALE_WORDS -> replaced(prompt, FEMALE);
        };
    }

    private static String replaced(String text, Map<String, String> words) {
        String all = String.join("|", words.keySet());
        return Pattern.compile("\\b(" + all + ")\\b", Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .replaceAll(match -> {
                    String found = match.group();
                    String other = words.getOrDefault(found.toLowerCase(Locale.ROOT), found);
                    boolean upper = Character.isUpperCase(found.charAt(0));
                    return Matcher.quoteReplacement(
                            upper ? Character.toUpperCase(other.charAt(0)) + other.substring(1) : other);
                });
    }
}
