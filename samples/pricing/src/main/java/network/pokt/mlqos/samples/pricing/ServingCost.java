package network.pokt.mlqos.samples.pricing;

import java.math.BigDecimal;
import java.math.MathContext;
import network.pokt.mlqos.price.Rate;

/**
 * What it costs an operator to serve a dense model, from first principles: reading a prompt is bound by arithmetic, writing an
 * answer by reading the weights once per step for all answers that are written at a time.
 *
 * <p>The accelerator's figures are those of NVIDIA's H100 SXM data sheet; the other four are assumptions, and the study says
 * how much hangs on them. Left out: the key-value cache, which makes long contexts dearer, and everything but the accelerator.
 *
 * @param dollarsPerHour the rent of one accelerator
 * @param arithmetic the part of its peak that reading prompts reaches
 * @param bandwidth the part of its peak that writing reaches
 * @param batch answers written at a time
 * @param utilisation the part of its hours in which it works
 */
record ServingCost(double dollarsPerHour, double arithmetic, double bandwidth, double batch, double utilisation) {

    /** H100 SXM, BF16 without sparsity: operations per second. */
    private static final double PEAK_OPERATIONS = 989e12;

    /** H100 SXM, HBM3: bytes per second. */
    private static final double PEAK_BYTES = 3.35e12;

    /** A multiplication and an addition per weight and token. */
    private static final double OPERATIONS_PER_WEIGHT = 2;

    /** BF16. */
    private static final double BYTES_PER_WEIGHT = 2;

    static final ServingCost ASSUMED = new ServingCost(2, 0.4, 0.6, 16, 0.3);

    ServingCost withBatch(double answers) {
        return new ServingCost(dollarsPerHour, arithmetic, bandwidth, answers, utilisation);
    }

    ServingCost withUtilisation(double share) {
        return new ServingCost(dollarsPerHour, arithmetic, bandwidth, batch, share);
    }

    ServingCost withDollarsPerHour(double dollars) {
        return new ServingCost(dollars, arithmetic, bandwidth, batch, utilisation);
    }

    /** Returns the cost per million tokens of a model with so many billion weights. */
    Rate rate(double billions) {
        double reading = OPERATIONS_PER_WEIGHT * billions * 1e9 / (PEAK_OPERATIONS * arithmetic);
        double writing = Math.max(BYTES_PER_WEIGHT * billions * 1e9 / (PEAK_BYTES * bandwidth) / batch, reading);
        return new Rate("USD", BigDecimal.ZERO, perMillion(reading), perMillion(writing));
    }

    private BigDecimal perMillion(double seconds) {
        double dollars = seconds * 1e6 * dollarsPerHour / 3600 / utilisation;
        return new BigDecimal(dollars, new MathContext(6));
    }
}
