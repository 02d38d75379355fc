package network.pokt.mlqos.relay.supplier.backend;

import java.util.Locale;

/** What a model server may or may not be able to give; what it cannot is declared, never made up. */
public enum Ability {
    /** Answers as events while they are written ({@code stream}). */
    STREAM,
    /** Counts of tokens with each answer ({@code usage}). */
    USAGE,
    /** Log-probabilities of what was written ({@code logprobs}). */
    LOGPROBS,
    /** The prompt repeated, with its log-probabilities if asked for ({@code echo}). */
    ECHO,
    /** The same answer for the same {@code seed}, as far as the server keeps it. */
    SEED,
    /** An end at given strings ({@code stop}). */
    STOP,
    /** Several answers to one request ({@code n}). */
    SEVERAL;

    /** Returns the name in lower case, as {@code /pokt/config} has it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
