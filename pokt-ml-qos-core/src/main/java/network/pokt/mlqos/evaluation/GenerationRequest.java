package network.pokt.mlqos.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import network.pokt.mlqos.inference.SamplingParameters;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.task.Ask;
import org.jspecify.annotations.Nullable;

/**
 * What requests of both interfaces have in common: the model, and the parameters of generation as lm-evaluation-harness
 * sends them.
 *
 * @param model the model to name instead of the node's own claim, or null
 * @param maxTokens the most tokens to write where the ask does not say
 * @param seed the seed that nodes sample with
 * @param streaming whether generated text is asked for as a stream
 */
record GenerationRequest(@Nullable String model, int maxTokens, long seed, boolean streaming) {

    /** A parameter of local models, which says the same as a temperature of 0. */
    private static final String DO_SAMPLE = "do_sample";

    private static final String TOP_P = "top_p";

    GenerationRequest {
        if (maxTokens < 1) {
            throw new IllegalArgumentException("The most tokens to write must be at least 1, got " + maxTokens + ".");
        }
    }

    String modelOf(Node node) {
        if (model != null) {
            return model;
        }
        return node.model()
                .orElseThrow(() -> new IllegalArgumentException("Node " + node
                        + " names no model; name it at the node or with model(...) at the model interface."));
    }

    int maxTokens(Ask.Generation generation) {
        return generation.maxTokens() > 0 ? generation.maxTokens() : maxTokens;
    }

    /** Returns the parameters to generate by, with at most {@code maxStops} of the strings to stop at. */
    SamplingParameters parameters(Ask.Generation generation, Optional<String> eos, int maxStops) {
        List<String> stop = new ArrayList<>(generation.until());
        if (eos.isPresent() && !stop.contains(eos.get())) {
            stop.add(eos.get());
        }
        SamplingParameters.Builder parameters = SamplingParameters.builder()
                .maxTokens(maxTokens(generation))
                .temperature(generation.temperature())
                .stop(stop.subList(0, Math.min(stop.size(), maxStops)))
                .seed(seed)
                .stream(streaming);
        generation.extra().forEach((name, value) -> {
            if (name.equals(TOP_P) && value instanceof Number topP) {
                parameters.topP(topP.doubleValue());
            } else if (!name.equals(DO_SAMPLE)) {
                parameters.extra(name, value);
            }
        });
        return parameters.build();
    }

    @Override
    public String toString() {
        return "model " + (model == null ? "of the node" : model) + ", max tokens " + maxTokens + ", seed " + seed
                + (streaming ? ", streamed" : "");
    }
}
