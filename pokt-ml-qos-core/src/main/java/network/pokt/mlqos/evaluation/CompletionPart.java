package network.pokt.mlqos.evaluation;

import network.pokt.mlqos.inference.CompletionAnswer.Choice;
import network.pokt.mlqos.inference.Prompt;
import network.pokt.mlqos.task.Reply;

/**
 * One ask of a completion request.
 *
 * @param prompt what is sent for it
 * @param promptTokens how many tokens that is at most
 * @param reader makes a reply of the choice that answers it
 */
record CompletionPart(Prompt prompt, long promptTokens, Reader reader) {

    /** Reads what is asked for out of a choice. */
    @FunctionalInterface
    interface Reader {

        /** Returns the reply; throws {@link MisreadException} if the choice is none that could have one. */
        Reply read(Choice choice);
    }

    /** The choice of a node that did not do what was asked; its message says what is wrong. */
    static final class MisreadException extends RuntimeException {

        private static final long serialVersionUID = 1;

        MisreadException(String message) {
            super(message, null, false, false);
        }
    }
}
