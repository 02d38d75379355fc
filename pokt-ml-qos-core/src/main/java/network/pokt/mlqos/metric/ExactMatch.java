package network.pokt.mlqos.metric;

import java.util.ArrayList;
import java.util.List;
import network.pokt.mlqos.python.PythonRegex;
import network.pokt.mlqos.python.PythonText;
import network.pokt.mlqos.python.RegexTooCostlyException;

/**
 * Whether an answer is the reference, after both were stripped of what does not matter: {@code exact_match} of
 * lm-evaluation-harness 0.4.13. Immutable and thread-safe.
 *
 * <p>Both texts go through the same steps in this order: expressions removed one after the other, lower case, ASCII
 * punctuation removed, ASCII digits removed. White space counts. Two marks of the fixed-width strings that the
 * reference computes with are kept: NUL characters at the end do not count, and lower case never lengthens a text (only
 * {@code U+0130} would).
 */
public final class ExactMatch {

    private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    private static final ExactMatch STRICT = builder().build();

    private final List<PythonRegex> regexesToIgnore;
    private final boolean ignoreCase;
    private final boolean ignorePunctuation;
    private final boolean ignoreNumbers;

    private ExactMatch(Builder builder) {
        this.regexesToIgnore = List.copyOf(builder.regexesToIgnore);
        this.ignoreCase = builder.ignoreCase;
        this.ignorePunctuation = builder.ignorePunctuation;
        this.ignoreNumbers = builder.ignoreNumbers;
    }

    /** Returns the match that ignores nothing. */
    public static ExactMatch strict() {
        return STRICT;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Returns 1 if {@code prediction} is {@code reference}, else 0. */
    public double score(String prediction, String reference) {
        return matches(prediction, reference) ? 1 : 0;
    }

    /**
     * Returns whether {@code prediction} is {@code reference}; a prediction on which an ignored expression
     * {@linkplain RegexTooCostlyException does not come to an end} is not.
     */
    public boolean matches(String prediction, String reference) {
        String wanted = normalized(reference);
        try {
            return normalized(prediction).equals(wanted);
        } catch (RegexTooCostlyException e) {
            return false;
        }
    }

    private String normalized(String text) {
        String result = text;
        for (PythonRegex regex : regexesToIgnore) {
            result = withoutFinalNuls(regex.removeAll(result));
        }
        result = withoutFinalNuls(result);
        if (ignoreCase) {
            result = lowerWithin(result);
        }
        if (ignorePunctuation) {
            result = without(result, PUNCTUATION);
        }
        if (ignoreNumbers) {
            result = without(result, "0123456789");
        }
        return withoutFinalNuls(result);
    }

    private static String lowerWithin(String text) {
        String lower = PythonText.lower(text);
        int width = PythonText.length(text);
        return PythonText.length(lower) > width ? lower.substring(0, lower.offsetByCodePoints(0, width)) : lower;
    }

    private static String without(String text, String unwanted) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (unwanted.indexOf(text.charAt(i)) < 0) {
                kept.append(text.charAt(i));
            }
        }
        return kept.toString();
    }

    private static String withoutFinalNuls(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == 0) {
            end--;
        }
        return text.substring(0, end);
    }

    /** Returns what is ignored, so that it can be part of a task's fingerprint. */
    @Override
    public String toString() {
        return "exact_match(regexes_to_ignore=" + regexesToIgnore + ", ignore_case=" + ignoreCase
                + ", ignore_punctuation=" + ignorePunctuation + ", ignore_numbers=" + ignoreNumbers + ")";
    }

    /** Collects what is ignored. Not thread-safe. */
    public static final class Builder {

        private final List<PythonRegex> regexesToIgnore = new ArrayList<>();
        private boolean ignoreCase;
        private boolean ignorePunctuation;
        private boolean ignoreNumbers;

        private Builder() {}

        /** Removes what these Python expressions match, one expression after the other. */
        public Builder regexesToIgnore(String... expressions) {
            for (String expression : expressions) {
                regexesToIgnore.add(PythonRegex.compile(expression));
            }
            return this;
        }

        public Builder ignoreCase(boolean ignore) {
            this.ignoreCase = ignore;
            return this;
        }

        /** Removes ASCII punctuation; that of other scripts counts. */
        public Builder ignorePunctuation(boolean ignore) {
            this.ignorePunctuation = ignore;
            return this;
        }

        /** Removes ASCII digits; those of other scripts count. */
        public Builder ignoreNumbers(boolean ignore) {
            this.ignoreNumbers = ignore;
            return this;
        }

        public ExactMatch build() {
            return new ExactMatch(this);
        }
    }
}
