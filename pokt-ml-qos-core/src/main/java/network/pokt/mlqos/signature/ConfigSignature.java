package network.pokt.mlqos.signature;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import network.pokt.mlqos.profile.Alarm;
import network.pokt.mlqos.token.ConfigFingerprint;

/**
 * What a served model configuration is. A claim: a node can serve the configuration of one model and answer with another.
 *
 * @param fingerprint of {@code config}
 */
public record ConfigSignature(ConfigFingerprint fingerprint) {

    private static final Set<String> PRECISION = Set.of("dtype");

    /** Names from a node are shown up to here. */
    private static final int SHOWN = 300;

    /**
     * Reads the body of {@code /pokt/config}, which is not trusted.
     *
     * @throws network.pokt.mlqos.token.TokenizerException if there is no readable configuration in it
     */
    public static ConfigSignature of(byte[] served) {
        return new ConfigSignature(ConfigFingerprint.of(ServedFiles.of(served).bytes("config")));
    }

    /**
     * Returns an alarm if a node serves another configuration than it should: QUANTIZATION if only the number format or
     * the quantization differs, else MODEL.
     *
     * @param at when it was served
     */
    public Optional<Alarm> alarmUnless(ConfigSignature expected, Instant at) {
        Set<String> differences = fingerprint.differencesFrom(expected.fingerprint);
        if (differences.isEmpty()) {
            return Optional.empty();
        }
        boolean precision = differences.stream()
                .allMatch(name -> PRECISION.contains(name) || name.startsWith("quantization_config"));
        String names = String.join(", ", differences);
        return Optional.of(new Alarm(
                precision ? Alarm.Kind.QUANTIZATION : Alarm.Kind.MODEL,
                at,
                Double.POSITIVE_INFINITY,
                "The served configuration differs in " + names.substring(0, Math.min(SHOWN, names.length())) + "."));
    }
}
