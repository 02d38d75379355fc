package network.pokt.mlqos.metric;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The share of questions of which every answer was right, 0 to 1: {@code acc_all} of lm-evaluation-harness 0.4.13.
 *
 * <p>For its standard error the reference groups by the question's number alone, so that equal numbers in different paragraphs
 * fall together: give such questions to {@link #perQuestion} and its result to {@link MeanStandardError}.
 */
public record AllCorrect() implements StreamingAggregation<GradedAnswer> {

    @Override
    public Accumulator<GradedAnswer> start() {
        return new Accumulator<>() {
            private final Map<Object, Boolean> questions = new LinkedHashMap<>();

            @Override
            public void add(GradedAnswer answer) {
                questions.merge(answer.question(), answer.correct(), Boolean::logicalAnd);
            }

            @Override
            public double value() {
                return (double) questions.values().stream()
                                .filter(right -> right)
                                .count()
                        / questions.size();
            }
        };
    }

    /** Returns one or zero for each question, in the order of their first answers. */
    public static double[] perQuestion(List<GradedAnswer> answers) {
        Map<Object, Boolean> questions = new LinkedHashMap<>();
        answers.forEach(answer -> questions.merge(answer.question(), answer.correct(), Boolean::logicalAnd));
        return questions.values().stream().mapToDouble(right -> right ? 1 : 0).toArray();
    }
}
