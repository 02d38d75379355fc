package network.pokt.mlqos.lmeh.form;

import java.util.Optional;
import network.pokt.mlqos.lmeh.match.MeaningMatch;

/**
 * How a model shows which choice it prefers.
 *
 * @param written whether it writes the letter of the choice, instead of the choices being compared by log-likelihood
 * @param meaning also matches what it writes by its meaning, if it does write
 */
public record ChoiceAnswers(boolean written, Optional<MeaningMatch> meaning) {

    /** Choices are compared by log-likelihood, as in the reference. */
    public static final ChoiceAnswers LIKELIHOODS = new ChoiceAnswers(false, Optional.empty());

    public ChoiceAnswers {
        if (!written && meaning.isPresent()) {
            throw new IllegalArgumentException("Nothing is written that could be matched by its meaning.");
        }
    }

    @Override
    public String toString() {
        return written ? "choices written" + (meaning.isPresent() ? " and matched by meaning" : "") : "likelihoods";
    }
}
