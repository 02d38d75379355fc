package network.pokt.mlqos.diffusion.signal;

/** What an audit holds against a node. */
public enum Finding {
    /** A request was not answered. */
    NO_ANSWER,
    /** Pictures of another size, number or format, or none. */
    NOT_AS_ASKED,
    /** Pictures that are black, flat or noise. */
    DEGENERATE,
    /** One picture for another prompt and another seed. */
    REPLAYS,
    /** One picture for another prompt, though the seed changes it. */
    IGNORES_PROMPT,
    /** One picture for another seed, though the prompt changes it. */
    IGNORES_SEED,
    /** Pixel for pixel one picture for any number of steps. */
    IGNORES_STEPS,
    /** Another picture when the same request comes again, seed and all. */
    NOT_REPEATABLE,
    /** Time that does not grow with the steps as that of its peers does. */
    TOO_LITTLE_EFFORT,
    /** Much more time than its peers for the same work. */
    SLOW,
    /** Another picture than most of its peers draw from the same seed. */
    OUTLIER,
    /** A file that claims other settings than were asked for. */
    CONTRADICTING_METADATA
}
