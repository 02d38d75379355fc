package network.pokt.mlqos.lmeh;

import java.util.List;
import java.util.Locale;
import network.pokt.mlqos.metric.LikelihoodChoice;

/** Which choice a model is taken to prefer. */
enum ChoiceMetric {
    /** The most probable one. */
    ACC {
        @Override
        int preferred(double[] logLikelihoods, List<String> choices) {
            return LikelihoodChoice.best(logLikelihoods);
        }
    },
    /** The most probable one for its length in characters. */
    ACC_NORM {
        @Override
        int preferred(double[] logLikelihoods, List<String> choices) {
            return LikelihoodChoice.bestPerCharacter(logLikelihoods, choices);
        }
    },
    /** The most probable one for its length in bytes. */
    ACC_BYTES {
        @Override
        int preferred(double[] logLikelihoods, List<String> choices) {
            return LikelihoodChoice.bestPerByte(logLikelihoods, choices);
        }
    };

    abstract int preferred(double[] logLikelihoods, List<String> choices);

    /** Returns the metric's name in lm-evaluation-harness. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
