package network.pokt.mlqos.python;

import network.pokt.mlqos.error.MlQosException;

/**
 * Thrown when matching a text takes more steps than any honest answer needs.
 *
 * <p>The text of an answer is the node's to choose, so an expression that is slow on some texts must not be able to
 * stop a run. Whoever judges takes such an answer for one that does not match.
 */
public final class RegexTooCostlyException extends MlQosException {

    private static final long serialVersionUID = 1;

    RegexTooCostlyException(String pattern, int length) {
        super("The expression '" + pattern + "' was given up on a text of " + length
                + " characters: make the expression simpler or the text shorter.");
    }
}
