package network.pokt.mlqos.lmeh.config;

/**
 * How much a YAML file may ask for.
 *
 * @param maxBytes the size of the file
 * @param maxDepth lists and mappings inside of each other
 * @param maxValues the values in it, those behind an alias counted as often as they are named
 */
public record YamlLimits(int maxBytes, int maxDepth, int maxValues) {

    private static final YamlLimits STANDARD = new YamlLimits(4 << 20, 64, 200_000);

    public YamlLimits {
        if (maxBytes < 1 || maxDepth < 1 || maxValues < 1) {
            throw new IllegalArgumentException("The limits are " + maxBytes + " bytes, " + maxDepth + " levels and "
                    + maxValues + " values; each must be at least 1.");
        }
    }

    /** Returns 4 MiB, 64 levels and 200,000 values: more than ten times what the largest task file of the harness has. */
    public static YamlLimits standard() {
        return STANDARD;
    }
}
