package network.pokt.mlqos.metric;

import java.util.List;

/** Finds the most likely logistic curve by Newton's method with halved steps; the penalty keeps its slope finite. */
final class PlattFit {

    /** scikit-learn's C = 1e10, told as a penalty on half the squared coefficient; the intercept is free. */
    private static final double PENALTY = 1e-10;

    private static final int MAX_STEPS = 100;
    private static final int MAX_HALVINGS = 50;
    private static final double GRADIENT_TOLERANCE = 1e-10;

    private final double[] logits;
    private final double[] labels;

    PlattFit(List<GradedConfidence> answers) {
        logits = answers.stream()
                .mapToDouble(answer -> PlattScaling.logit(answer.probability()))
                .toArray();
        labels =
                answers.stream().mapToDouble(answer -> answer.correct() ? 1 : 0).toArray();
    }

    PlattScaling optimum() {
        PlattScaling curve = new PlattScaling(0, 0);
        for (int step = 0; step < MAX_STEPS; step++) {
            PlattScaling next = improved(curve);
            if (next.equals(curve)) {
                break;
            }
            curve = next;
        }
        return curve;
    }

    /** Returns a better curve, or the same one if there is none. */
    private PlattScaling improved(PlattScaling curve) {
        double slope = PENALTY * curve.coefficient();
        double shift = 0;
        double slopeSlope = PENALTY;
        double slopeShift = 0;
        double shiftShift = 0;
        for (int i = 0; i < logits.length; i++) {
            double frequency = PlattScaling.sigmoid(curve.coefficient() * logits[i] + curve.intercept());
            double error = frequency - labels[i];
            double weight = frequency * (1 - frequency);
            slope += error * logits[i];
            shift += error;
            slopeSlope += weight * logits[i] * logits[i];
            slopeShift += weight * logits[i];
            shiftShift += weight;
        }
        double determinant = slopeSlope * shiftShift - slopeShift * slopeShift;
        double tolerance = GRADIENT_TOLERANCE * logits.length;
        if ((Math.abs(slope) <= tolerance && Math.abs(shift) <= tolerance) || !(determinant > 0)) {
            return curve;
        }
        double slopeStep = (shiftShift * slope - slopeShift * shift) / determinant;
        double shiftStep = (slopeSlope * shift - slopeShift * slope) / determinant;
        return shortened(curve, slopeStep, shiftStep);
    }

    private PlattScaling shortened(PlattScaling curve, double slopeStep, double shiftStep) {
        double loss = loss(curve);
        double share = 1;
        for (int halving = 0; halving < MAX_HALVINGS; halving++) {
            PlattScaling next =
                    new PlattScaling(curve.coefficient() - share * slopeStep, curve.intercept() - share * shiftStep);
            if (loss(next) < loss) {
                return next;
            }
            share /= 2;
        }
        return curve;
    }

    private double loss(PlattScaling curve) {
        double loss = PENALTY * curve.coefficient() * curve.coefficient() / 2;
        for (int i = 0; i < logits.length; i++) {
            double x = curve.coefficient() * logits[i] + curve.intercept();
            double wrongness = labels[i] == 1 ? -x : x;
            loss += Math.max(0, wrongness) + Math.log1p(Math.exp(-Math.abs(wrongness)));
        }
        return loss;
    }
}
