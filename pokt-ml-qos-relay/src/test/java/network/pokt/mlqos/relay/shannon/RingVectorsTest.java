package network.pokt.mlqos.relay.shannon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import network.pokt.mlqos.relay.shannon.RingSigner.Attempt;
import network.pokt.mlqos.relay.shannon.curve.CurvePoint;
import network.pokt.mlqos.relay.shannon.curve.Hashing;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every vector has the verdict of Pocket's default backend, but for what is refused on purpose. */
class RingVectorsTest {

    /** What Pocket's implementation accepts and we refuse: one signature must have one encoding. */
    private static final List<String> REFUSED_ON_PURPOSE = List.of("trailing-byte-appended");

    @Test
    void validVectorsVerifyAsTheDefaultBackendSays() throws IOException {
        JsonNode valid = RingVectors.root().get("valid");
        assertThat(valid).hasSize(13);
        for (JsonNode vector : valid) {
            byte[] message = RingVectors.bytes(vector.get("message_hash"));
            byte[] signature = RingVectors.bytes(vector.get("signature"));
            boolean expected = vector.get("verifies_decred_backend").asBoolean();
            String name = vector.get("name").asString();

            assertThat(RingSignature.verify(message, signature)).as(name).isEqualTo(expected);
            assertThat(signer(vector).verify(message, signature))
                    .as(name + ", with tables")
                    .isEqualTo(expected);
            RingSignature parsed = RingSignature.parse(signature);
            assertThat(parsed.ring()).as(name).isEqualTo(RingVectors.ring(vector.get("ring_public_keys")));
            assertThat(parsed.keyImage().toByteArray()).as(name).isEqualTo(RingVectors.bytes(vector.get("key_image")));
            assertThat(parsed.encode()).as(name).isEqualTo(signature);
        }
    }

    @Test
    void everyVectorOfTheDefaultBackendIsSignedAgainByteForByte() throws IOException {
        for (JsonNode vector : RingVectors.root().get("valid")) {
            if (vector.get("backend").asString().equals("decred")) {
                byte[] message = RingVectors.bytes(vector.get("message_hash"));

                Attempt attempt = signer(vector)
                        .attempt(message, RingVectors.scalars(vector.get("random_scalars_in_draw_order")));

                String name = vector.get("name").asString();
                assertThat(attempt.signature().toByteArray())
                        .as(name)
                        .isEqualTo(RingVectors.bytes(vector.get("signature")));
                assertThat(attempt.backendsDisagree())
                        .as(name)
                        .isEqualTo(!vector.get("verifies_ethereum_backend").asBoolean());
            }
        }
    }

    @Test
    void invalidVectorsAreRefused() throws IOException {
        List<String> accepted = new ArrayList<>();
        JsonNode invalid = RingVectors.root().get("invalid");
        assertThat(invalid).hasSize(15);
        RingSigner signer = signer(RingVectors.root().get("valid").get(0));
        for (JsonNode vector : invalid) {
            byte[] message = RingVectors.bytes(vector.get("message_hash"));
            byte[] signature = RingVectors.bytes(vector.get("signature"));
            String name = vector.get("name").asString();

            assertThat(RingSignature.verify(message, signature)).as(name).isFalse();
            assertThat(signer.verify(message, signature))
                    .as(name + ", with tables")
                    .isFalse();
            if (vector.get("ring_go_decred").asString().equals("true")) {
                accepted.add(name);
            }
        }
        assertThat(accepted).isEqualTo(REFUSED_ON_PURPOSE);
    }

    @Test
    void sevenHundredSignaturesAreReproducedFromTheirNonces() throws IOException {
        PocketPrivateKey gateway = RingVectors.key("gateway-1");
        Ring ring = Ring.of(RingVectors.key("app").publicKey(), List.of(gateway.publicKey()));
        RingSigner signer = RingSigner.of(gateway, ring);
        int shortOnes = 0;
        List<String> lines = RingVectors.bulkLines();
        assertThat(lines).hasSizeGreaterThanOrEqualTo(700);
        for (String line : lines) {
            String[] columns = line.split(" ");
            String name = "bulk-" + columns[0];
            byte[] message = Digests.sha256(name.getBytes(StandardCharsets.US_ASCII));

            Attempt attempt = signer.attempt(message, RingVectors.counted("ring-vectors/" + name + "/", message));

            byte[] signature = attempt.signature().toByteArray();
            assertThat(HexFormat.of().formatHex(signature)).as(name).isEqualTo(columns[2]);
            assertThat(attempt.backendsDisagree()).as(name).isEqualTo(columns[1].equals("1"));
            assertThat(signer.verify(message, signature)).as(name).isTrue();
            assertThat(RingSignature.verify(message, signature)).as(name).isTrue();
            shortOnes += attempt.backendsDisagree() ? 1 : 0;
        }
        assertThat(shortOnes).isPositive();
    }

    @Test
    void primitivesAreThoseOfTheDefaultBackend() throws IOException {
        JsonNode primitives = RingVectors.root().get("primitives");
        for (JsonNode vector : primitives.get("hash_to_curve")) {
            CurvePoint key = CurvePoint.decode(RingVectors.bytes(vector.get("public_key")), 0);
            assertThat(Hashing.toPoint(key).encode()).isEqualTo(RingVectors.bytes(vector.get("point")));
        }
        for (JsonNode vector : primitives.get("hash_to_scalar")) {
            byte[] input = RingVectors.bytes(vector.get("input"));
            Hashing.Challenge challenge = Hashing.toScalar(input);
            assertThat(challenge.value().toByteArray()).isEqualTo(RingVectors.bytes(vector.get("decred")));
            assertThat(challenge.isShort())
                    .isEqualTo(!vector.get("decred")
                            .asString()
                            .equals(vector.get("ethereum").asString()));
        }
    }

    @Test
    void thePlaceholderKeyIsTheOneThatAnybodyHas() throws IOException {
        JsonNode placeholder = RingVectors.root().get("placeholder_key");

        PocketPrivateKey key = PocketPrivateKey.of(RingVectors.bytes(placeholder.get("private_key")));

        assertThat(key.publicKey().toByteArray()).isEqualTo(RingVectors.bytes(placeholder.get("public_key")));
        assertThat(key.publicKey()).isEqualTo(Ring.placeholder());
    }

    @Test
    void aMessageThatIsNoHashIsRefusedAloud() {
        assertThatThrownBy(() -> RingSignature.verify(new byte[31], new byte[199]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A ring signs 32 bytes, got 31; hash the message first.");
    }

    private static RingSigner signer(JsonNode vector) {
        PocketPrivateKey key = PocketPrivateKey.of(RingVectors.bytes(vector.get("signer_private_key")));
        return RingSigner.of(key, RingVectors.ring(vector.get("ring_public_keys")));
    }
}
