package network.pokt.mlqos.lmeh.form;

import java.util.ArrayList;
import java.util.List;
import network.pokt.mlqos.task.Reply;
import network.pokt.mlqos.template.PythonTuple;
import org.jspecify.annotations.Nullable;

/** Log-likelihoods as functions of tasks take them: tuples of the number and whether the continuation is greedy. */
final class Likelihoods {

    private Likelihoods() {}

    static PythonTuple of(Reply reply) {
        if (reply instanceof Reply.Likelihood likelihood) {
            return PythonTuple.of(List.of(likelihood.logprob(), likelihood.greedy()));
        }
        throw new IllegalArgumentException("The task is judged by log-likelihoods, not by " + reply + ".");
    }

    static double logprob(@Nullable Object result) {
        if (result instanceof List<?> pair && pair.size() == 2 && pair.get(0) instanceof Number logprob) {
            return logprob.doubleValue();
        } else if (result instanceof Number logprob) {
            return logprob.doubleValue();
        }
        throw unusable(result);
    }

    static boolean greedy(@Nullable Object result) {
        if (result instanceof List<?> pair && pair.size() == 2 && pair.get(1) instanceof Boolean greedy) {
            return greedy;
        }
        throw unusable(result);
    }

    /** Returns the probabilities that are proportional to the exponentials; the largest one keeps them finite. */
    static List<Double> softmax(double... logprobs) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double logprob : logprobs) {
            largest = Math.max(largest, logprob);
        }
        double sum = 0;
        double[] exponentials = new double[logprobs.length];
        for (int i = 0; i < logprobs.length; i++) {
            exponentials[i] = Math.exp(logprobs[i] - largest);
            sum += exponentials[i];
        }
        List<Double> shares = new ArrayList<>(logprobs.length);
        for (double exponential : exponentials) {
            shares.add(exponential / sum);
        }
        return shares;
    }

    private static IllegalArgumentException unusable(@Nullable Object result) {
        return new IllegalArgumentException("A log-likelihood is needed, but the filters leave " + result
                + "; tasks of this type take the filter take_first.");
    }
}
