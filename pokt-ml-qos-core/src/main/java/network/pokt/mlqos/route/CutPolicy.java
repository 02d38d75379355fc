package network.pokt.mlqos.route;

/** What happens to an answer that breaks off after its first content. */
public enum CutPolicy {
    /** It fails: what was shown cannot be taken back, and nothing is paid twice. */
    FAIL,
    /** It is asked for again from the beginning at another node; the listener is told to drop what it has. */
    RESTART,
    /**
     * Another node is asked to go on where it broke off, and the two parts are joined. Needs a node that continues a prompt as
     * it stands: a completion of a text, or a chat at a server that knows {@code continue_final_message} (vLLM, SGLang).
     */
    CONTINUE
}
