package network.pokt.mlqos.lmeh.form;

import java.util.Optional;
import network.pokt.mlqos.lmeh.match.MeaningMatch;

/**
 * How a model shows which choice it prefers, and how what it writes is understood.
 *
 * @param written whether it writes the letter of a choice, instead of the choices being compared by log-likelihood
 * @param meaning matches by meaning what it writes, where a task asks for that, and every choice that is written
 */
public record ChoiceAnswers(boolean written, Optional<MeaningMatch> meaning) {

    /** Choices are compared by log-likelihood, as in the reference. */
    public static final ChoiceAnswers LIKELIHOODS = new ChoiceAnswers(false, Optional.empty());

    @Override
    public String toString() {
        return written ? "choices written" + (meaning.isPresent() ? " and matched by meaning" : "") : "likelihoods";
    }

    /** Returns the same with other answers. */
    public ChoiceAnswers written(boolean letters) {
        return new ChoiceAnswers(letters, meaning);
    }

    /** Returns the same with somebody who says how near texts are, and is not asked twice about the same. */
    public ChoiceAnswers matchedBy(MeaningMatch match) {
        return new ChoiceAnswers(written, Optional.of(match.remembering()));
    }
}
