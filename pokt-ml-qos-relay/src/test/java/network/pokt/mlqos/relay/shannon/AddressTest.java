package network.pokt.mlqos.relay.shannon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import network.pokt.mlqos.RandomCases;
import org.bouncycastle.crypto.digests.RIPEMD160Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    /** The example in the README of Pocket's newer miner. */
    private static final String ADDRESS = "pokt1mrqt5f7qh8uxs27cjm9t7v9e74a9vvdnq5jva4";

    @Test
    void aKeyHasTheAddressThatPocketSays() {
        byte[] secret = HexFormat.of().parseHex("2d00ef074d9b51e46886dc9a1df11e7b986611d0f336bdcf1f0adce3e037ec0a");

        PocketPublicKey key = PocketPrivateKey.of(secret).publicKey();

        assertThat(key).hasToString("0397896e9b106df70124a856861cc9be52fac9980e2c7a118a36c19d0198692cc5");
        assertThat(key.address()).isEqualTo(ADDRESS);
        assertThat(PocketAddress.isValid(ADDRESS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pokt1",
                "pokt1mrqt5f7qh8uxs27cjm9t7v9e74a9vvdnq5jva",
                "pokt1mrqt5f7qh8uxs27cjm9t7v9e74a9vvdnq5jva44",
                "POKT1MRQT5F7QH8UXS27CJM9T7V9E74A9VVDNQ5JVA4",
                "cosmos1mrqt5f7qh8uxs27cjm9t7v9e74a9vvdnq5jva4",
                "pokt1mrqt5f7qh8uxs27cjm9t7v9e74a9vvdnq5jvab"
            })
    void whatIsNoAddressIsNone(String text) {
        assertThat(PocketAddress.isValid(text)).isFalse();
    }

    @Test
    void oneWrongLetterIsAlwaysSeen() {
        RandomCases.check(42, 500, draw -> {
            byte[] hash = draw.bytes(20, 20);
            int at = draw.integer(5, 42);
            String address = Bech32.encode("pokt", hash);
            assertThat(PocketAddress.isValid(address)).isTrue();
            char other = address.charAt(at) == 'q' ? 'p' : 'q';

            assertThat(PocketAddress.isValid(address.substring(0, at) + other + address.substring(at + 1)))
                    .isFalse();
        });
    }

    @Test
    void theHashIsThatOfBouncyCastle() {
        RandomCases.check(42, 500, draw -> {
            byte[] input = draw.bytes(0, 200);
            RIPEMD160Digest peer = new RIPEMD160Digest();
            peer.update(input, 0, input.length);
            byte[] expected = new byte[Ripemd160.BYTES];
            peer.doFinal(expected, 0);

            assertThat(Ripemd160.of(input)).isEqualTo(expected);
        });
    }
}
