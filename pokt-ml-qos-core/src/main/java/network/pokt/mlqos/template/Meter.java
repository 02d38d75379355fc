package network.pokt.mlqos.template;

import network.pokt.mlqos.template.TemplateException.Kind;

/** Counts what one rendering costs and ends it at its limits. Not thread-safe. */
final class Meter {

    /** Steps per element of a collection: a reference and its share of the element. */
    private static final int ELEMENT = 8;

    /** Steps to print a float: finding its shortest digits takes some microseconds. */
    private static final int FLOAT = 500;

    /** The square of so many bits is a step, when an int is printed or read: both take quadratic time. */
    private static final int SQUARE_BITS_PER_STEP = 4096;

    private final TemplateLimits limits;
    private long left;
    private int depth;

    Meter(TemplateLimits limits) {
        this.limits = limits;
        this.left = limits.maxSteps();
    }

    /** Returns a meter for values that do not come from a template; only their depth is limited. */
    static Meter ofDepth() {
        TemplateLimits limits = TemplateLimits.standard();
        return new Meter(limits.withMaxSteps(Long.MAX_VALUE).withMaxLength(Integer.MAX_VALUE));
    }

    void spend(long steps) {
        left -= steps;
        if (left < 0) {
            throw exceeded("takes more than " + limits.maxSteps() + " steps", "maxSteps");
        }
    }

    void spendElements(long elements) {
        spend(elements > limits.maxSteps() ? limits.maxSteps() + 1 : elements * ELEMENT);
    }

    /** Pays for digits that are about to be printed or read. */
    void spendDigits(long bits) {
        spend(bits * bits / SQUARE_BITS_PER_STEP);
    }

    /** Pays for a float that is about to be printed. */
    void spendFloat() {
        spend(FLOAT);
    }

    /** Pays for a text that is about to be made or searched. */
    void spendText(long length) {
        checkLength(length);
        spend(length);
    }

    /** Fails if a text would be longer than texts may be. */
    void checkLength(long length) {
        if (length > limits.maxLength()) {
            throw exceeded("makes a text of more than " + limits.maxLength() + " characters", "maxLength");
        }
    }

    int maxRange() {
        return limits.maxRange();
    }

    /** Goes deeper; who leaves with an exception need not {@link #leave}, since it ends the rendering. */
    void enter(int levels) {
        depth += levels;
        if (depth > limits.maxDepth()) {
            throw exceeded("nests values or macros deeper than " + limits.maxDepth() + " levels", "maxDepth");
        }
    }

    void leave(int levels) {
        depth -= levels;
    }

    private static TemplateException exceeded(String what, String limit) {
        return new TemplateException(
                Kind.LIMIT, "The template " + what + "; simplify it or raise " + limit + " of its limits.");
    }
}
