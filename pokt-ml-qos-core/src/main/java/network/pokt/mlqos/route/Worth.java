package network.pokt.mlqos.route;

/**
 * What things are worth to whoever asks, in the currency of the nodes' rates. Estimates that steer, not amounts that are paid.
 *
 * @param rightAnswer what a right answer is worth
 * @param secondToFirstToken what a second less to the first token is worth
 * @param secondOfWriting what a second less from the first token to the last is worth
 * @param failure what a failure costs beyond the answer that is missing
 */
public record Worth(double rightAnswer, double secondToFirstToken, double secondOfWriting, double failure) {

    /** A right answer at one cent, a second of waiting at a twentieth of a cent, of writing at a tenth of that. */
    public static final Worth DEFAULT = new Worth(0.01, 0.0005, 0.00005, 0.002);

    public Worth {
        if (!(rightAnswer >= 0 && secondToFirstToken >= 0 && secondOfWriting >= 0 && failure >= 0)) {
            throw new IllegalArgumentException("Worth cannot be negative, got " + rightAnswer + ", "
                    + secondToFirstToken + ", " + secondOfWriting + " and " + failure + ".");
        }
    }
}
