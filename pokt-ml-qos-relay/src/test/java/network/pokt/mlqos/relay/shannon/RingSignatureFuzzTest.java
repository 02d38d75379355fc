package network.pokt.mlqos.relay.shannon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import network.pokt.mlqos.RandomCases;
import org.junit.jupiter.api.Test;

/** Whatever bytes come, the parser says no in one way only, and a signature has one encoding only. */
class RingSignatureFuzzTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] MESSAGE = Digests.sha256("fuzz".getBytes());
    private static final RingSigner SIGNER = RingSigner.of(
            RingVectors.key("app"),
            Ring.of(
                    RingVectors.key("app").publicKey(),
                    List.of(RingVectors.key("gateway-1").publicKey())));
    private static final byte[] GOOD = SIGNER.sign(MESSAGE);

    @Test
    void bytesByChanceAreNoSignature() {
        RandomCases.check(42, 2_000, draw -> {
            byte[] bytes = draw.bytes(0, 400);
            refused(bytes);
        });
    }

    @Test
    void aSignatureWithAnythingChangedIsNone() {
        RandomCases.check(42, 400, draw -> {
            long seed = draw.number();
            Random random = new Random(seed);
            byte[] changed = GOOD.clone();
            for (int i = random.nextInt(3); i >= 0; i--) {
                changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            }
            if (!Arrays.equals(changed, GOOD)) {
                assertThat(RingSignature.verify(MESSAGE, changed)).isFalse();
                assertThat(SIGNER.verify(MESSAGE, changed)).isFalse();
            }
        });
    }

    @Test
    void everyOtherLengthIsRefused() {
        for (int length = 0; length < GOOD.length + 70; length++) {
            if (length != GOOD.length) {
                refused(Arrays.copyOf(GOOD, length));
            }
        }
    }

    @Test
    void aRingOfOneOrOfSixtyFiveOrOfBillionsIsRefused() {
        for (int keys : new int[] {0, 1, 65, -1, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            byte[] bytes = new byte[69 + 65 * Math.max(0, Math.min(keys, 65))];
            ByteBuffer.wrap(bytes).putInt(keys);
            refused(bytes);
        }
    }

    @Test
    void aNumberIsRefusedInItsSecondEncoding() {
        // n + 1 means 1, which Pocket's implementation would take it for.
        byte[] overflow = HEX.parseHex("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364142");
        for (int at : new int[] {4, 69, 134}) {
            byte[] changed = GOOD.clone();
            System.arraycopy(overflow, 0, changed, at, 32);
            assertThatThrownBy(() -> RingSignature.parse(changed))
                    .hasMessage("A number of the ring signature is not below the order of the curve.");
            assertThat(SIGNER.verify(MESSAGE, changed)).isFalse();
        }
    }

    @Test
    void aPointIsRefusedInItsSecondEncoding() {
        // p + 1 means x = 1, which is on the curve.
        byte[] overflow = HEX.parseHex("02fffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc30");
        for (int at : new int[] {36, 101, 166}) {
            byte[] changed = GOOD.clone();
            System.arraycopy(overflow, 0, changed, at, 33);
            assertThatThrownBy(() -> RingSignature.parse(changed))
                    .hasMessage("The ring signature holds no point of secp256k1 at byte " + at + ".");
        }
    }

    private static void refused(byte[] bytes) {
        assertThat(RingSignature.verify(MESSAGE, bytes)).isFalse();
        assertThat(SIGNER.verify(MESSAGE, bytes)).isFalse();
        assertThatThrownBy(() -> RingSignature.parse(bytes)).isExactlyInstanceOf(IllegalArgumentException.class);
    }
}
