package network.pokt.mlqos.diffusion.task;

/** What HEIM wants to know of an image model (Lee et al. 2023), beside what takes humans or further models to judge. */
public enum HeimAspect {
    /** Whether the picture shows what the prompt says: captions, DrawBench, PartiPrompts. */
    ALIGNMENT,
    /** Whether it looks real. */
    QUALITY,
    /** Whether it is pleasing. */
    AESTHETICS,
    /** Whether it is new. */
    ORIGINALITY,
    /** Whether it gets counts, relations and syntax right. */
    REASONING,
    /** Whether it knows the world. */
    KNOWLEDGE,
    /** Whether people are shown evenly. */
    BIAS,
    /** Whether it avoids harm. */
    TOXICITY,
    /** Whether variants of gender and dialect do as well. */
    FAIRNESS,
    /** Whether typing errors change nothing. */
    ROBUSTNESS,
    /** Whether other languages do as well. */
    MULTILINGUALITY,
    /** How long it takes. */
    EFFICIENCY
}
