package network.pokt.mlqos.relay.shannon.curve;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import network.pokt.mlqos.RandomCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurvePointTest {

    @Test
    void theGeneratorIsTheOneThatEverybodyUses() {
        assertThat(CurvePoint.GENERATOR.encode()).isEqualTo(Peer.CURVE.getG().getEncoded(true));
        assertThat(CurvePoint.decode(CurvePoint.GENERATOR.encode(), 0)).isEqualTo(CurvePoint.GENERATOR);
    }

    @Test
    void anXIsAPointExactlyWhenBouncyCastleFindsOne() {
        RandomCases.check(42, 300, draw -> {
            BigInteger x = Peer.number(draw);
            boolean odd = draw.bool();
            byte[] encoded = new byte[CurvePoint.ENCODED_BYTES];
            encoded[0] = (byte) (odd ? 3 : 2);
            System.arraycopy(Peer.bytes(x), 0, encoded, 1, 32);

            CurvePoint point = CurvePoint.decode(encoded, 0);

            assertThat(point != null).isEqualTo(bouncyCastleReads(encoded));
            if (point != null) {
                assertThat(point.encode()).isEqualTo(encoded);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 5, 6, 7, 0x82})
    void aPrefixOtherThanEvenOrOddIsRefused(int prefix) {
        byte[] encoded = CurvePoint.GENERATOR.encode();
        encoded[0] = (byte) prefix;

        assertThat(CurvePoint.decode(encoded, 0)).isNull();
    }

    private static boolean bouncyCastleReads(byte[] encoded) {
        try {
            return Peer.CURVE.getCurve().decodePoint(encoded).isValid();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
