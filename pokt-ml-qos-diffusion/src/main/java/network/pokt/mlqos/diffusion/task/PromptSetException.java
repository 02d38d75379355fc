package network.pokt.mlqos.diffusion.task;

import network.pokt.mlqos.error.MlQosException;

/** Thrown when a file of prompts cannot be read or is not of the form it should be. */
public final class PromptSetException extends MlQosException {

    private static final long serialVersionUID = 1;

    /** Says what is wrong, in which file, and what to do. */
    public PromptSetException(String message) {
        super(message);
    }
}
