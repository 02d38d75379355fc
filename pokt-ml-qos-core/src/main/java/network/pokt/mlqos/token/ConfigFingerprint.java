package network.pokt.mlqos.token;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A hash of a model's {@code config.json} that does not depend on its formatting or on who saved it where. Immutable.
 *
 * <p>Every field counts but {@code _name_or_path}, {@code _commit_hash}, {@code _attn_implementation} and {@code
 * transformers_version}, which tell of the saving; fields that are null count as absent, {@code torch_dtype} is called
 * {@code dtype} as in transformers 5, and numbers count by value.
 */
public final class ConfigFingerprint {

    private static final String DEFINITION = "pokt-ml-qos config 1";

    private static final Set<String> OF_THE_SAVING =
            Set.of("_name_or_path", "_commit_hash", "_attn_implementation", "transformers_version");

    /** Real files have up to 200 kB and nest to 4. */
    private static final int MOST_BYTES = 4 << 20;

    private static final int DEPTH = 32;

    private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
            .build());

    private final Map<String, String> fields;

    private ConfigFingerprint(Map<String, String> fields) {
        this.fields = fields;
    }

    /**
     * Reads a {@code config.json}, also one that is not trusted.
     *
     * @throws TokenizerException if it is no JSON object, larger than 4 MiB or nested deeply
     */
    public static ConfigFingerprint of(byte[] configJson) {
        if (configJson.length > MOST_BYTES) {
            throw new TokenizerException("A config.json has " + configJson.length + " bytes, more than " + MOST_BYTES
                    + "; give a model's configuration.");
        }
        try {
            JsonNode root = JSON.readTree(configJson);
            if (!root.isObject()) {
                throw new TokenizerException("A config.json is a JSON object, give a model's configuration.");
            }
            Map<String, String> fields = new TreeMap<>();
            collect("", root, fields);
            return new ConfigFingerprint(fields);
        } catch (JacksonException e) {
            throw new TokenizerException("A config.json cannot be read as JSON, give a model's configuration.", e);
        }
    }

    private static void collect(String path, JsonNode object, Map<String, String> fields) {
        object.properties().forEach(entry -> {
            String name = entry.getKey().equals("torch_dtype") ? "dtype" : entry.getKey();
            JsonNode value = entry.getValue();
            if (OF_THE_SAVING.contains(name) || value.isNull()) {
                return;
            }
            if (value.isObject() && !value.isEmpty()) {
                collect(path + name + ".", value, fields);
            } else {
                fields.put(path + name, CanonicalJson.of(value));
            }
        });
    }

    /** Returns the hash, in 64 hexadecimal digits. */
    public String value() {
        Digest digest = new Digest().add(DEFINITION);
        fields.forEach((name, value) -> digest.add(name).add(value));
        return digest.hex();
    }

    /** Returns the names of the fields that differ, with dots between the names of nested ones; none if both are equal. */
    public Set<String> differencesFrom(ConfigFingerprint other) {
        Set<String> names = new TreeSet<>(fields.keySet());
        names.addAll(other.fields.keySet());
        names.removeIf(name -> Objects.equals(fields.get(name), other.fields.get(name)));
        return names;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ConfigFingerprint f && fields.equals(f.fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return value();
    }
}
