package network.pokt.mlqos.signature;

import java.util.Arrays;
import network.pokt.mlqos.profile.Alarm;

/**
 * By which rule a changed signal becomes the name of a change.
 *
 * <p>Billing, latency, availability and accuracy name themselves. Of texts and log-probabilities, an answer that is far
 * from the trusted one means another model, and one that is near means the same model at another precision or something
 * as close, such as a fine-tuned copy: these two are not told apart.
 *
 * <ul>
 *   <li>texts: another model, if half of the answers that differ since the change share less than 15 % of the trusted
 *       text's beginning;
 *   <li>log-probabilities: another model, if a tenth of the answers since the change are more than 0.3 nats per token
 *       off;
 *   <li>border prompts alone: another model, if more than 75 % of the answers since the change differ.
 * </ul>
 *
 * <p>Half and a tenth, not the mean, so that a node which answers only some calls with another model is named right.
 * The limits lie between int4 and another model in the measurements of docs/signatures.md, on a very small model; set
 * your own where you have measured yours.
 *
 * @param text the least distance of texts that means another model, 0 to 1
 * @param nats the least distance of log-probabilities that means another model
 * @param border the least share of border prompts that means another model, 0 to 1
 */
public record AttributionRule(double text, double nats, double border) {

    static final AttributionRule DEFAULT = new AttributionRule(0.85, 0.3, 0.75);

    public AttributionRule {
        if (!(text > 0 && text <= 1 && nats > 0 && border > 0 && border <= 1)) {
            throw new IllegalArgumentException("Limits of attribution must be positive, and shares at most 1, got text "
                    + text + ", nats " + nats + ", border " + border + ".");
        }
    }

    /** Returns the limits above. */
    public static AttributionRule standard() {
        return DEFAULT;
    }

    /** Returns what changed if this signal did, by its distances since then. */
    Alarm.Kind kind(Signal signal, double[] since) {
        return switch (signal) {
            case GREEDY ->
                model(quantile(Arrays.stream(since).filter(d -> d > 0).toArray(), 0.5) >= text);
            case FIRST_TOKEN, FORCED -> model(quantile(since, 0.9) >= nats);
            case BORDER -> model(Arrays.stream(since).average().orElse(0) >= border);
            case ACCURACY -> Alarm.Kind.ACCURACY;
            case BILLING -> Alarm.Kind.BILLING;
            case LATENCY -> Alarm.Kind.LATENCY;
            case AVAILABILITY -> Alarm.Kind.AVAILABILITY;
        };
    }

    private static Alarm.Kind model(boolean far) {
        return far ? Alarm.Kind.MODEL : Alarm.Kind.QUANTIZATION;
    }

    private static double quantile(double[] values, double share) {
        if (values.length == 0) {
            return 0;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
