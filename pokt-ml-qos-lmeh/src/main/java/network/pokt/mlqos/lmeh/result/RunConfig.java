package network.pokt.mlqos.lmeh.result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a run was asked for.
 *
 * @param model the kind of model, such as {@code local-completions}
 * @param modelArguments its arguments in their order; {@code model} among them is the model's name
 * @param batchSize as given, or null
 * @param limit how many documents per task, a fraction of them, or null
 * @param bootstrapIterations how many resamples a bootstrapped standard error has
 * @param generation parameters of generation given for the run, or null
 * @param seeds the four seeds
 */
public record RunConfig(
        String model,
        Map<String, @Nullable Object> modelArguments,
        @Nullable Object batchSize,
        @Nullable Object limit,
        int bootstrapIterations,
        @Nullable Object generation,
        Seeds seeds) {

    /** The seeds of a run, for Python's and NumPy's generators, for torch, and for drawing examples. */
    public record Seeds(int random, int numpy, int torch, int fewShot) {

        public static final Seeds DEFAULT = new Seeds(0, 1234, 1234, 1234);
    }

    /** Returns the model's name, from its arguments; empty if it is not among them. */
    public String modelName() {
        Object name = modelArguments.get("model");
        return name == null ? String.valueOf(modelArguments.getOrDefault("pretrained", "")) : name.toString();
    }

    Map<String, @Nullable Object> asMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("model", model);
        map.put("model_args", modelArguments);
        map.put("batch_size", batchSize);
        map.put("batch_sizes", List.of());
        map.put("device", null);
        map.put("use_cache", null);
        map.put("limit", limit);
        map.put("bootstrap_iters", bootstrapIterations);
        map.put("gen_kwargs", generation);
        map.put("random_seed", seeds.random());
        map.put("numpy_seed", seeds.numpy());
        map.put("torch_seed", seeds.torch());
        map.put("fewshot_seed", seeds.fewShot());
        return map;
    }
}
