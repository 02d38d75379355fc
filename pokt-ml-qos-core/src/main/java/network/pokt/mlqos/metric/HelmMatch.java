package network.pokt.mlqos.metric;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import network.pokt.mlqos.python.PythonRegex;
import network.pokt.mlqos.python.PythonText;

/**
 * The comparisons of HELM with a reference, each 0 to 1 and, but for the F1 and set scores, 0 or 1. An empty prediction scores
 * zero, except in the set scores.
 *
 * <p>HELM reports {@link #best} of the first prediction, and {@link #bestOf} of k predictions as {@code score@k}. Source:
 * {@code evaluate_reference_metrics.py} of HELM (stanford-crfm/helm).
 */
public enum HelmMatch implements ReferenceMetric {
    /** Equal but for white space at the ends. */
    EXACT("exact_match") {
        @Override
        public double score(String prediction, String reference) {
            return of(!prediction.isEmpty() && PythonText.strip(prediction).equals(PythonText.strip(reference)));
        }
    },

    /** Equal in {@linkplain HelmText normal form}. */
    QUASI_EXACT("quasi_exact_match") {
        @Override
        public double score(String prediction, String reference) {
            return of(!prediction.isEmpty() && HelmText.normalized(prediction).equals(HelmText.normalized(reference)));
        }
    },

    /** Equal in normal form with articles. */
    QUASI_LEAVE_ARTICLES_EXACT("quasi_leave_articles_exact_match") {
        @Override
        public double score(String prediction, String reference) {
            return of(!prediction.isEmpty()
                    && HelmText.normalizedWithArticles(prediction).equals(HelmText.normalizedWithArticles(reference)));
        }
    },

    /** Begins with the reference, white space at the ends aside; for models that go on talking. */
    PREFIX_EXACT("prefix_exact_match") {
        @Override
        public double score(String prediction, String reference) {
            return of(!prediction.isEmpty() && PythonText.strip(prediction).startsWith(PythonText.strip(reference)));
        }
    },

    /** Begins with the reference in normal form, where a word may be cut. */
    QUASI_PREFIX_EXACT("quasi_prefix_exact_match") {
        @Override
        public double score(String prediction, String reference) {
            return of(!prediction.isEmpty()
                    && HelmText.normalized(prediction).startsWith(HelmText.normalized(reference)));
        }
    },

    /** The F1 of the sets of words in normal form; unlike in SQuAD a word counts once however often it is said. */
    F1("f1_score") {
        @Override
        public double score(String prediction, String reference) {
            Set<String> predicted = HelmText.vocabulary(prediction);
            Set<String> wanted = HelmText.vocabulary(reference);
            double shared = shared(predicted, wanted);
            // Written as NLTK computes it, for the same last digit.
            return shared == 0 ? 0 : 1 / (0.5 / (shared / predicted.size()) + 0.5 / (shared / wanted.size()));
        }
    },

    /** Equal in what follows the last space. */
    EXACT_INDICATOR("exact_match_indicator") {
        @Override
        public double score(String prediction, String reference) {
            return EXACT.score(
                    PythonText.strip(afterLast(" ", prediction)), PythonText.strip(afterLast(" ", reference)));
        }
    },

    /** Equal in the last number, commas aside; a number may continue behind any one character, as its expression says. */
    FINAL_NUMBER_EXACT("final_number_exact_match") {
        @Override
        public double score(String prediction, String reference) {
            return EXACT.score(finalNumber(prediction), finalNumber(reference));
        }
    },

    /** Equal as sets, see {@link #IOU_SET}. */
    EXACT_SET("exact_set_match") {
        @Override
        public double score(String prediction, String reference) {
            return of(elements(firstLine(prediction)).equals(elements(reference)));
        }
    },

    /**
     * Common elements over all elements of the sets that two sentences tell, as in {@code The color is red and blue.}: what stands
     * between {@code " and "} behind the last {@code " is "}. Of the prediction its first line counts; {@code Nothing.} is the
     * empty set, which only itself matches.
     */
    IOU_SET("iou_set_match") {
        @Override
        public double score(String prediction, String reference) {
            Set<String> predicted = elements(firstLine(prediction));
            Set<String> wanted = elements(reference);
            int shared = shared(predicted, wanted);
            return wanted.isEmpty()
                    ? of(predicted.isEmpty())
                    : (double) shared / (predicted.size() + wanted.size() - shared);
        }
    },

    /** Twice the common elements over the elements of both sets, see {@link #IOU_SET}. */
    F1_SET("f1_set_match") {
        @Override
        public double score(String prediction, String reference) {
            Set<String> predicted = elements(firstLine(prediction));
            Set<String> wanted = elements(reference);
            return wanted.isEmpty()
                    ? of(predicted.isEmpty())
                    : 2.0 * shared(predicted, wanted) / (predicted.size() + wanted.size());
        }
    };

    private static final PythonRegex NUMBER = PythonRegex.compile("-?[\\d,]+(?:.\\d+)?");

    private final String reference;

    HelmMatch(String reference) {
        this.reference = reference;
    }

    /** Returns the name under which HELM reports it, such as {@code quasi_exact_match}. */
    @Override
    public String toString() {
        return reference;
    }

    private static double of(boolean match) {
        return match ? 1 : 0;
    }

    private static int shared(Set<String> some, Set<String> others) {
        Set<String> shared = new HashSet<>(some);
        shared.retainAll(others);
        return shared.size();
    }

    private static String finalNumber(String text) {
        List<List<String>> numbers = NUMBER.findAll(text);
        return numbers.isEmpty() ? "" : numbers.get(numbers.size() - 1).get(0).replace(",", "");
    }

    private static String afterLast(String separator, String text) {
        int last = text.lastIndexOf(separator);
        return last < 0 ? text : text.substring(last + separator.length());
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    private static Set<String> elements(String sentence) {
        if (sentence.equals("Nothing.")) {
            return Set.of();
        }
        return new HashSet<>(
                List.of(afterLast(" is ", sentence.replace(".", "")).split(" and ", -1)));
    }
}
