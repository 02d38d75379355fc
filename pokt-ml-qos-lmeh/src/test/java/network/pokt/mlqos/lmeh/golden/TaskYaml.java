package network.pokt.mlqos.lmeh.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import network.pokt.mlqos.lmeh.config.TaskConfig;
import org.yaml.snakeyaml.Yaml;

/** temporary */
public final class TaskYaml {
    public static TaskConfig load(Path folder) {
        try {
            Map<String, Object> m = new Yaml()
                    .load(Files.readString(folder.resolve("task.yaml")).replace("!function", ""));
            return TaskConfig.of(longs(m), folder.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T longs(T o) {
        if (o instanceof Integer i) return (T) (Object) i.longValue();
        if (o instanceof Map<?, ?> m) {
            var r = new java.util.LinkedHashMap<Object, Object>();
            m.forEach((k, v) -> r.put(k, longs(v)));
            return (T) r;
        }
        if (o instanceof java.util.List<?> l) {
            var r = new java.util.ArrayList<Object>();
            l.forEach(v -> r.add(longs(v)));
            return (T) r;
        }
        return o;
    }
}
