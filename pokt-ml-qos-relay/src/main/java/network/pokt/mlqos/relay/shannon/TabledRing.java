package network.pokt.mlqos.relay.shannon;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.relay.shannon.curve.CombTable;
import network.pokt.mlqos.relay.shannon.curve.CurvePoint;
import network.pokt.mlqos.relay.shannon.curve.GeneratorTable;
import network.pokt.mlqos.relay.shannon.curve.Hashing;
import network.pokt.mlqos.relay.shannon.curve.Hashing.Challenge;
import network.pokt.mlqos.relay.shannon.curve.Product;
import network.pokt.mlqos.relay.shannon.curve.Scalar;
import org.jspecify.annotations.Nullable;

/** One of our own rings, with tables for every point that its signatures multiply. Immutable and thread-safe. */
final class TabledRing implements RingArithmetic {

    private final CombTable generator = GeneratorTable.get();
    private final List<CombTable> keys;
    private final List<CombTable> hashes;
    private final CurvePoint keyImage;
    private final CombTable keyImageTable;

    /** Makes the tables for signatures by the member at {@code signer}, whose private key is {@code secret}. */
    TabledRing(Ring ring, int signer, Scalar secret) {
        Map<PocketPublicKey, CombTable> keyTables = new HashMap<>();
        Map<PocketPublicKey, CombTable> hashTables = new HashMap<>();
        for (PocketPublicKey key : ring.keys()) {
            keyTables.computeIfAbsent(key, k -> CombTable.of(k.point()));
            hashTables.computeIfAbsent(key, k -> CombTable.of(Hashing.toPoint(k.point())));
        }
        keys = ring.keys().stream().map(keyTables::get).toList();
        hashes = ring.keys().stream().map(hashTables::get).toList();
        CurvePoint image = hashes.get(signer).multiplySecret(secret).toAffine();
        if (image == null) {
            throw new IllegalArgumentException("A private key must not be 0, use another.");
        }
        keyImage = image;
        keyImageTable = CombTable.of(image);
    }

    CurvePoint keyImage() {
        return keyImage;
    }

    @Override
    public int size() {
        return keys.size();
    }

    @Override
    public Product left(int member, Scalar s, Scalar c) {
        return generator.multiplyAddPublic(s, keys.get(member), c);
    }

    @Override
    public Product right(int member, Scalar s, Scalar c) {
        return hashes.get(member).multiplyAddPublic(s, keyImageTable, c);
    }

    /** Returns the challenge that follows the signer's, from the nonce u: the hash of u G and u H_p(P). */
    @Nullable
    Challenge begin(byte[] message, int signer, Scalar u) {
        return RingArithmetic.challenge(
                message, generator.multiplySecret(u), hashes.get(signer).multiplySecret(u));
    }
}
