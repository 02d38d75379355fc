package network.pokt.mlqos.relay.shannon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import network.pokt.mlqos.relay.shannon.curve.CurvePoint;
import network.pokt.mlqos.relay.shannon.curve.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RingSignerTest {

    private static final byte[] MESSAGE = Digests.sha256("a relay".getBytes());

    private final PocketPrivateKey application = RingVectors.key("app");
    private final PocketPrivateKey gateway = RingVectors.key("gateway-1");
    private final Ring ring = Ring.of(application.publicKey(), List.of(gateway.publicKey()));

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 64})
    void aRingOfAnySizeSignsByAnyMember(int size) {
        List<PocketPrivateKey> keys = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            keys.add(RingVectors.key("member-" + i));
        }
        Ring members = new Ring(keys.stream().map(PocketPrivateKey::publicKey).toList());
        for (int signer : new int[] {0, size / 2, size - 1}) {
            RingSigner signing = RingSigner.of(keys.get(signer), members);

            byte[] signature = signing.sign(MESSAGE);

            assertThat(signature).hasSize(69 + 65 * size);
            assertThat(RingSignature.verify(MESSAGE, signature)).isTrue();
            assertThat(signing.verify(MESSAGE, signature)).isTrue();
        }
    }

    @Test
    void anApplicationAloneSignsWithItsKeyTwice() {
        Ring alone = Ring.of(application.publicKey(), List.of());

        byte[] signature = RingSigner.of(application, alone).sign(MESSAGE);

        assertThat(alone.keys()).containsExactly(application.publicKey(), application.publicKey());
        assertThat(RingSignature.verify(MESSAGE, signature)).isTrue();
    }

    @Test
    void aSignatureThatOnlyOneBackendReadsIsThrownAway() {
        RingSigner signer = RingSigner.of(gateway, ring);
        Supplier<Scalar> endless = RingVectors.counted("redraw/", MESSAGE);
        List<byte[]> thrownAway = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            RingSigner.Attempt attempt = signer.attempt(MESSAGE, endless);
            if (attempt.backendsDisagree()) {
                thrownAway.add(attempt.signature().toByteArray());
            }
        }
        assertThat(thrownAway).as("of 700, about one in 128").hasSizeBetween(1, 20);
        assertThat(thrownAway).allMatch(signature -> signer.verify(MESSAGE, signature));

        Supplier<Scalar> again = RingVectors.counted("redraw/", MESSAGE);
        for (int i = 0; i < 700 - thrownAway.size(); i++) {
            byte[] signature = signer.sign(MESSAGE, again);
            assertThat(thrownAway).noneMatch(bad -> Arrays.equals(bad, signature));
        }
    }

    @Test
    void twoSignaturesOfOneMessageDifferButShareTheKeyImage() {
        RingSigner signer = RingSigner.of(gateway, ring);

        RingSignature first = RingSignature.parse(signer.sign(MESSAGE));
        RingSignature second = RingSignature.parse(signer.sign(MESSAGE));
        RingSignature other =
                RingSignature.parse(RingSigner.of(application, ring).sign(MESSAGE));

        assertThat(first).isNotEqualTo(second);
        assertThat(first.keyImage()).isEqualTo(second.keyImage()).isNotEqualTo(other.keyImage());
    }

    @Test
    void theSignerVerifiesForeignRingsToo() {
        PocketPrivateKey stranger = RingVectors.key("stranger");
        Ring foreign = Ring.of(application.publicKey(), List.of(stranger.publicKey()));

        byte[] signature = RingSigner.of(stranger, foreign).sign(MESSAGE);

        assertThat(RingSigner.of(gateway, ring).verify(MESSAGE, signature)).isTrue();
        assertThat(ring.covers(RingSignature.parse(signature).ring())).isFalse();
        assertThat(ring.covers(Ring.of(gateway.publicKey(), List.of()))).isTrue();
    }

    @Test
    void aKeyOutsideTheRingCannotSign() {
        PocketPrivateKey stranger = RingVectors.key("stranger");

        assertThatThrownBy(() -> RingSigner.of(stranger, ring))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The key of " + stranger.publicKey().address()
                        + " is not in the ring, sign with the application's or a gateway's.");
    }

    @Test
    void aDestroyedKeySignsNothingAnyMore() {
        PocketPrivateKey key = PocketPrivateKey.generate(new SecureRandom());
        RingSigner signer = RingSigner.of(key, Ring.of(key.publicKey(), List.of()));
        assertThat(signer.sign(MESSAGE)).isNotEmpty();

        key.close();

        assertThat(key.isDestroyed()).isTrue();
        String message =
                "The private key of " + key.publicKey().address() + " is destroyed and signs no more; make a new one.";
        assertThatThrownBy(() -> signer.sign(MESSAGE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> key.sign(MESSAGE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(message);
    }

    @Test
    void noTextShowsAKey() {
        byte[] secret = Digests.sha256("app".getBytes());
        String hex = HexFormat.of().formatHex(secret);

        assertThat(application)
                .hasToString("private key of " + application.publicKey().address());
        assertThat(RingSigner.of(application, ring).toString()).doesNotContain(hex);
        assertThat(RingSignature.parse(RingSigner.of(application, ring).sign(MESSAGE)))
                .hasToString("ring signature of 2 keys");
    }

    @Test
    void numbersThatAreNoKeysAreRefused() {
        byte[] order = HexFormat.of().parseHex("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141");

        assertThatThrownBy(() -> PocketPrivateKey.of(new byte[31])).hasMessage("A private key has 32 bytes, got 31.");
        assertThatThrownBy(() -> PocketPrivateKey.of(new byte[32]))
                .hasMessage("A private key must not be 0, use another.");
        assertThatThrownBy(() -> PocketPrivateKey.of(order))
                .hasMessage("A private key must be below the order of secp256k1, use another.");
        assertThatThrownBy(() -> PocketPublicKey.of(new byte[33])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Ring(List.of(application.publicKey())))
                .hasMessage("A ring has 2 to 64 keys, got 1.");
    }

    @Test
    void signersAreKeptForTheRingsUsedLast() {
        RingSigners signers = new RingSigners(application, 2);
        Ring alone = Ring.of(application.publicKey(), List.of());
        Ring third = Ring.of(application.publicKey(), List.of(PocketPublicKey.of(CurvePoint.GENERATOR.encode())));

        RingSigner first = signers.of(ring);
        RingSigner second = signers.of(alone);
        assertThat(signers.of(Ring.of(application.publicKey(), List.of(gateway.publicKey()))))
                .isSameAs(first);
        signers.of(third);

        assertThat(signers.of(ring)).isSameAs(first);
        assertThat(signers.of(alone)).isNotSameAs(second);
        assertThatThrownBy(() -> new RingSigners(application, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void warmingUpLeavesAWorkingSigner() {
        RingSigner signer = RingSigner.of(gateway, ring);

        signer.warmUp();

        assertThat(RingSignature.verify(MESSAGE, signer.sign(MESSAGE))).isTrue();
    }
}
