package network.pokt.mlqos.signature;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import network.pokt.mlqos.profile.Alarm;
import network.pokt.mlqos.token.TokenizerFingerprint;
import tools.jackson.databind.JsonNode;

/**
 * What a served tokenizer is: the fingerprint of its ids, and of its configuration what changes prompts.
 *
 * <p>Of {@code tokenizer_config} the chat template, the named special tokens and whether they are added count; the rest
 * tells of the library that saved it.
 *
 * @param fingerprint of {@code tokenizer}
 * @param settings of {@code tokenizer_config}, by name
 */
public record TokenizerSignature(TokenizerFingerprint fingerprint, Map<String, String> settings) {

    private static final List<String> SETTINGS = List.of(
            "chat_template", "bos_token", "eos_token", "unk_token", "pad_token", "add_bos_token", "add_eos_token");

    public TokenizerSignature {
        settings = Map.copyOf(settings);
    }

    /**
     * Reads the body of {@code /pokt/tokenizer}, which is not trusted: up to 64 MiB, nested up to 64 deep.
     *
     * @throws network.pokt.mlqos.token.TokenizerException if there is no readable tokenizer in it
     */
    public static TokenizerSignature of(byte[] served) {
        ServedFiles files = ServedFiles.of(served);
        Map<String, String> settings = new TreeMap<>();
        if (files.has("tokenizer_config")) {
            JsonNode config = files.file("tokenizer_config");
            for (String name : SETTINGS) {
                JsonNode value = config.path(name);
                JsonNode content = value.isObject() && value.has("content") ? value.path("content") : value;
                if (!content.isMissingNode() && !content.isNull()) {
                    settings.put(name, content.isString() ? content.asString() : content.toString());
                }
            }
        }
        return new TokenizerSignature(TokenizerFingerprint.of(files.bytes("tokenizer")), settings);
    }

    /** Returns the names of what differs; none if both give the same prompts the same ids. */
    public List<String> differencesFrom(TokenizerSignature other) {
        return Stream.concat(
                        fingerprint.differencesFrom(other.fingerprint).stream().map(Enum::name),
                        SETTINGS.stream()
                                .filter(name ->
                                        !settings.getOrDefault(name, "").equals(other.settings.getOrDefault(name, ""))))
                .toList();
    }

    /**
     * Returns an alarm if a node serves another tokenizer than it should; measurements from before say nothing then.
     *
     * @param at when it was served
     */
    public Optional<Alarm> alarmUnless(TokenizerSignature expected, Instant at) {
        List<String> differences = differencesFrom(expected);
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(new Alarm(
                        Alarm.Kind.TOKENIZER,
                        at,
                        Double.POSITIVE_INFINITY,
                        "The served tokenizer differs in " + String.join(", ", differences) + "."));
    }
}
