package network.pokt.mlqos.template;

/**
 * What a template may cost. Immutable.
 *
 * @param maxSource characters of a template's text
 * @param maxNesting levels to which statements, brackets and chains of operators of a template may nest
 * @param maxSteps what one rendering may do: one step per token that is carried out, per character that is produced or
 *     searched, and eight per element of a collection
 * @param maxLength characters of one text, the output included
 * @param maxRange elements of one {@code range}
 * @param maxDepth levels to which values and calls of macros may nest while rendering
 */
public record TemplateLimits(long maxSource, int maxNesting, long maxSteps, int maxLength, int maxRange, int maxDepth) {

    // A rendering that takes 50 million steps takes about a second and holds at most some hundred megabytes. The range
    // is that
    // of Jinja's sandbox. A level takes less than half a kilobyte of stack, and the smallest default stack is 512
    // kilobytes.
    private static final TemplateLimits STANDARD =
            new TemplateLimits(1_000_000, 100, 50_000_000, 20_000_000, 100_000, 500);

    public TemplateLimits {
        requirePositive("maxSource", maxSource);
        requirePositive("maxNesting", maxNesting);
        requirePositive("maxSteps", maxSteps);
        requirePositive("maxLength", maxLength);
        requirePositive("maxRange", maxRange);
        requirePositive("maxDepth", maxDepth);
    }

    /** Returns limits that no honest template meets. */
    public static TemplateLimits standard() {
        return STANDARD;
    }

    /** Returns these limits with other steps. */
    public TemplateLimits withMaxSteps(long steps) {
        return new TemplateLimits(maxSource, maxNesting, steps, maxLength, maxRange, maxDepth);
    }

    /** Returns these limits with another length of texts. */
    public TemplateLimits withMaxLength(int length) {
        return new TemplateLimits(maxSource, maxNesting, maxSteps, length, maxRange, maxDepth);
    }

    private static void requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " is " + value + "; give a positive number.");
        }
    }
}
