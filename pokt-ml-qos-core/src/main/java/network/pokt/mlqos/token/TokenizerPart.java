package network.pokt.mlqos.token;

/** The parts of a tokenizer that a fingerprint keeps apart. */
public enum TokenizerPart {
    /** Tokens of the model with their ids, and the scores of a Unigram model. */
    VOCABULARY,
    /** What merges into what, in order. */
    MERGES,
    /** Tokens that were added to the model, with their ids and how they are found. */
    ADDED_TOKENS,
    /** What happens to a text before it is cut. */
    NORMALIZER,
    /** How a text is cut into words. */
    PRE_TOKENIZER,
    /** What is put around a text. */
    POST_PROCESSOR,
    /** How ids become text again. */
    DECODER,
    /** The kind of the model and its options. */
    MODEL,
    /** Which tokens begin, end, pad and stand for the unknown. */
    SPECIAL_TOKENS,
    /** The chat template. */
    CHAT_TEMPLATE
}
