package network.pokt.mlqos.relay.shannon.curve;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import network.pokt.mlqos.RandomCases;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.junit.jupiter.api.Test;

class EcdsaTest {

    @Test
    void signaturesAreThoseOfBouncyCastleWithTheLowerS() {
        RandomCases.check(42, 60, draw -> {
            BigInteger key = Peer.number(draw);
            BigInteger digest = Peer.number(draw);
            BigInteger x = key.mod(Peer.N);
            if (x.signum() == 0) {
                return;
            }
            ECDSASigner peer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
            peer.init(true, new ECPrivateKeyParameters(x, new ECDomainParameters(Peer.CURVE)));
            BigInteger[] expected = peer.generateSignature(Peer.bytes(digest));
            BigInteger low = expected[1].min(Peer.N.subtract(expected[1]));

            byte[] signature = Ecdsa.sign(Peer.scalar(x), Peer.bytes(digest));

            assertThat(signature).isEqualTo(signature(expected[0], low));
            CurvePoint publicKey = Peer.ours(Peer.point(x));
            assertThat(Ecdsa.verify(publicKey, Peer.bytes(digest), signature)).isTrue();
            assertThat(Ecdsa.verify(publicKey, Peer.bytes(digest.xor(BigInteger.TWO)), signature))
                    .isFalse();
            CombTable table = CombTable.of(publicKey);
            assertThat(Ecdsa.verify(table, Peer.bytes(digest), signature)).isTrue();
            assertThat(Ecdsa.verify(table, Peer.bytes(digest.xor(BigInteger.TWO)), signature))
                    .isFalse();
            assertThat(Ecdsa.verify(publicKey, Peer.bytes(digest), signature(expected[0], Peer.N.subtract(low))))
                    .isFalse();
            assertThat(Ecdsa.verify(CurvePoint.GENERATOR, Peer.bytes(digest), signature))
                    .isEqualTo(x.equals(BigInteger.ONE));
        });
    }

    @Test
    void zerosAndNumbersBeyondTheOrderAreNoSignature() {
        BigInteger[] wrong = {BigInteger.ZERO, Peer.N, Peer.N.add(BigInteger.ONE), Peer.P};
        byte[] digest = Peer.bytes(BigInteger.TEN);
        for (BigInteger number : wrong) {
            assertThat(Ecdsa.verify(CurvePoint.GENERATOR, digest, signature(number, BigInteger.ONE)))
                    .isFalse();
            assertThat(Ecdsa.verify(CurvePoint.GENERATOR, digest, signature(BigInteger.ONE, number)))
                    .isFalse();
        }
        for (int length : new int[] {0, 63, 65, 128}) {
            assertThat(Ecdsa.verify(CurvePoint.GENERATOR, digest, new byte[length]))
                    .isFalse();
        }
    }

    private static byte[] signature(BigInteger r, BigInteger s) {
        byte[] signature = new byte[64];
        System.arraycopy(Peer.bytes(r), 0, signature, 0, 32);
        System.arraycopy(Peer.bytes(s), 0, signature, 32, 32);
        return signature;
    }
}
