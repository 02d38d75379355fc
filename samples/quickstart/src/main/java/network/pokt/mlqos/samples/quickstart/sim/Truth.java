package network.pokt.mlqos.samples.quickstart.sim;

import java.util.List;

/**
 * A question with its right answer and with answers that are plausible but wrong.
 *
 * <p>For multiple choice the right answer and the wrong ones together are the choices.
 *
 * @param question the question as it stands in a prompt, on one line
 * @param correct the right answer, as a model would write it after {@code "Answer: "}
 * @param wrong at least one wrong answer
 */
public record Truth(String question, String correct, List<String> wrong) {

    public Truth {
        wrong = List.copyOf(wrong);
        if (question.isBlank() || question.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("The question '" + question + "' must be one line of text.");
        }
        if (wrong.isEmpty() || wrong.contains(correct)) {
            throw new IllegalArgumentException("The question '" + question
                    + "' needs at least one wrong answer, and none that equals the right one.");
        }
    }

    /** Returns whether {@code text} is one of the answers, right or wrong. */
    boolean offers(String text) {
        return text.equals(correct) || wrong.contains(text);
    }
}
