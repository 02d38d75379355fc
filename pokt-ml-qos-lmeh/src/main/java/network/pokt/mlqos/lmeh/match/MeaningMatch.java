package network.pokt.mlqos.lmeh.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * Says whether an answer means the right thing: whether it is nearer to what is right than to anything that is wrong, whatever
 * its words are. Thread-safe.
 *
 * <pre>{@code
 * MeaningMatch match = MeaningMatch.by(Reranker.vllm(endpoint, "qwen3-reranker", Wording.QWEN3_RERANKER));
 * match.judge("So it has to be the second one.", List.of("B", "the second option"), List.of("A", "C")).isRight();
 * }</pre>
 *
 * <p>Reference: A-VERT (arXiv 2510.01469), the metric {@value #METRIC} of the POKT test bench. Hidden reasoning has to be
 * removed before.
 *
 * @param closeness who says how near texts are
 * @param grouping how near a group of candidates is
 * @param longest how many characters of an answer are looked at; of a longer one its end, where the answer is given
 */
public record MeaningMatch(Closeness closeness, Grouping grouping, int longest) {

    /** The name of the metric. */
    public static final String METRIC = "a-vert_match";

    /** The name of the filter that puts the nearest of some candidates in the place of an answer. */
    public static final String FILTER = "a-vert_nearest";

    /** About two thousand tokens, which every reranker of today takes. */
    private static final int DEFAULT_LONGEST = 8000;

    /** How near an answer is to a group of candidates. */
    public enum Grouping {
        /** As near as to the nearest of them. */
        NEAREST {
            @Override
            double of(DoubleStream closeness) {
                return closeness.max().orElse(Double.NEGATIVE_INFINITY);
            }
        },
        /** As near as to all of them on average. */
        AVERAGE {
            @Override
            double of(DoubleStream closeness) {
                return closeness.average().orElse(Double.NEGATIVE_INFINITY);
            }
        };

        abstract double of(DoubleStream closeness);
    }

    /**
     * How near an answer is to both groups.
     *
     * @param right the closeness to what is right
     * @param wrong the closeness to what is wrong, negative infinity if nothing was named
     */
    public record Verdict(double right, double wrong) {

        /** Returns whether the answer is at least as near to what is right. */
        public boolean isRight() {
            return right >= wrong && right > Double.NEGATIVE_INFINITY;
        }
    }

    public MeaningMatch {
        if (longest < 1) {
            throw new IllegalArgumentException(
                    "At least 1 character of an answer has to be looked at, got " + longest + ".");
        }
    }

    /** Returns a match by the nearest candidate. */
    public static MeaningMatch by(Closeness closeness) {
        return new MeaningMatch(closeness, Grouping.NEAREST, DEFAULT_LONGEST);
    }

    /** Returns a match that does not ask again about what it was asked about a short while ago. */
    public MeaningMatch remembering() {
        return new MeaningMatch(new RememberedCloseness(closeness), grouping, longest);
    }

    /**
     * Judges an answer; one without any text is wrong, without asking anybody.
     *
     * @param right texts that mean the right thing, at least one
     * @param wrong texts that mean something else; those that are among the right ones do not count
     * @throws MatchException if the endpoint cannot be used
     * @throws IllegalArgumentException if nothing is right
     */
    public Verdict judge(String answer, List<String> right, List<String> wrong) {
        if (right.isEmpty()) {
            throw new IllegalArgumentException("An answer cannot be matched by meaning without a text that is right.");
        }
        if (answer.isBlank()) {
            return new Verdict(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);
        }
        Set<String> candidates = new LinkedHashSet<>(right);
        int rights = candidates.size();
        candidates.addAll(wrong);
        double[] closeness = closeness(answer, List.copyOf(candidates));
        return new Verdict(
                grouping.of(Arrays.stream(closeness, 0, rights)),
                grouping.of(Arrays.stream(closeness, rights, closeness.length)));
    }

    /**
     * Returns the candidate that an answer is nearest to, the first of equals: a filter that makes a choice of free text.
     *
     * @param candidates at least one
     */
    public String nearest(String answer, List<String> candidates) {
        double[] closeness = closeness(answer, List.copyOf(candidates));
        int best = 0;
        for (int i = 1; i < closeness.length; i++) {
            best = closeness[i] > closeness[best] ? i : best;
        }
        return candidates.get(best);
    }

    private double[] closeness(String answer, List<String> candidates) {
        String end = answer.strip();
        if (end.length() > longest) {
            int from = end.length() - longest;
            end = end.substring(Character.isLowSurrogate(end.charAt(from)) ? from + 1 : from);
        }
        double[] values = closeness.of(end, new ArrayList<>(candidates));
        if (values.length != candidates.size()) {
            throw new MatchException("Of " + candidates.size() + " candidates " + values.length
                    + " were looked at; correct the closeness that is used.");
        }
        return values;
    }
}
