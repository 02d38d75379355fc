package network.pokt.mlqos.metric;

/**
 * What a sample is and what a model took it for.
 *
 * @param gold the right class
 * @param predicted the class that the model chose
 * @param <L> classes, compared by {@code equals}, such as {@code Integer} or {@code String}
 */
public record Classified<L>(L gold, L predicted) {}
