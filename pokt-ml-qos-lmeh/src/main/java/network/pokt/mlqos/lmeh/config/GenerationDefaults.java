package network.pokt.mlqos.lmeh.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What becomes of {@code generation_kwargs} when a task is made. */
final class GenerationDefaults {

    /** The reference's DEFAULT_MAX_GEN_TOKS. */
    private static final long MAX_TOKENS = 256;

    private GenerationDefaults() {}

    static Map<String, @Nullable Object> apply(Fields task, OutputType type, String fewShotDelimiter) {
        Map<String, @Nullable Object> generation = new LinkedHashMap<>();
        if (task.has("generation_kwargs")) {
            generation.putAll(task.named("generation_kwargs"));
            if (generation.containsKey("temperature")) {
                generation.put("temperature", temperature(task, generation.get("temperature")));
            }
            generation.putIfAbsent("until", List.of(fewShotDelimiter));
        } else if (type == OutputType.GENERATE_UNTIL) {
            generation.put("temperature", 0.0);
            generation.put("do_sample", false);
            generation.put("max_gen_toks", MAX_TOKENS);
            generation.put("until", List.of(fewShotDelimiter));
        }
        return Collections.unmodifiableMap(generation);
    }

    private static double temperature(Fields task, @Nullable Object given) {
        if (given instanceof Number number) {
            return number.doubleValue();
        }
        if (given instanceof String text) {
            try {
                return Double.parseDouble(text.strip());
            } catch (NumberFormatException e) {
                throw new ConfigException(
                        "In " + task.origin() + " the temperature is '" + text + "'; it must be a number.", e);
            }
        }
        throw new ConfigException(
                "In " + task.origin() + " the temperature is " + Raw.describe(given) + "; it must be a number.");
    }
}
