package network.pokt.mlqos.price;

/**
 * A number of tokens or compute units that is not known yet: its bounds, and what to expect between them.
 *
 * @param least never less, at least 0
 * @param likely what to expect, from {@code least} to {@code most}
 * @param most never more
 */
public record CountRange(long least, long likely, long most) {

    public CountRange {
        if (least < 0 || likely < least || most < likely) {
            throw new IllegalArgumentException("A range of " + least + ", " + likely + " and " + most
                    + " is out of order, give 0 or more, rising.");
        }
    }

    /** Returns a number that is known. */
    public static CountRange exactly(long count) {
        return new CountRange(count, count, count);
    }

    /** Returns whether nothing is left open. */
    public boolean exact() {
        return least == most;
    }

    /** Returns the range of so many such numbers together. */
    public CountRange times(long factor) {
        return new CountRange(
                Math.multiplyExact(least, factor),
                Math.multiplyExact(likely, factor),
                Math.multiplyExact(most, factor));
    }

    /** For example {@code 812} or {@code 700..950, about 812}. */
    @Override
    public String toString() {
        return exact() ? Long.toString(least) : least + ".." + most + ", about " + likely;
    }
}
