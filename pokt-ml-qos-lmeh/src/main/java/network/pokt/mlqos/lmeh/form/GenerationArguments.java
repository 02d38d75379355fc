package network.pokt.mlqos.lmeh.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.lmeh.config.TaskConfig;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.template.PythonRepr;
import org.jspecify.annotations.Nullable;

/** Reads {@code generation_kwargs} as {@code local-completions} of lm-evaluation-harness 0.4.13 does. */
final class GenerationArguments {

    private GenerationArguments() {}

    static Ask.Generation of(TaskConfig task) {
        Map<String, @Nullable Object> left = new LinkedHashMap<>(task.generation());
        List<String> until = texts(left.remove("until"));
        Object maxTokens = left.containsKey("max_tokens") ? left.remove("max_tokens") : left.remove("max_gen_toks");
        Object temperature = left.remove("temperature");
        Map<String, Object> extra = new LinkedHashMap<>();
        left.forEach((name, value) -> {
            if (value != null) {
                extra.put(name, value);
            }
        });
        return new Ask.Generation(
                until, (int) number(task, "max_gen_toks", maxTokens), number(task, "temperature", temperature), extra);
    }

    private static List<String> texts(@Nullable Object until) {
        if (until == null) {
            return List.of();
        }
        return until instanceof List<?> list
                ? list.stream().map(PythonRepr::str).toList()
                : List.of(PythonRepr.str(until));
    }

    private static double number(TaskConfig task, String name, @Nullable Object value) {
        if (value == null) {
            return 0;
        } else if (value instanceof Number number && number.doubleValue() >= 0) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException(
                "In " + task + " generation_kwargs." + name + " is " + value + "; give a number of at least 0.");
    }
}
