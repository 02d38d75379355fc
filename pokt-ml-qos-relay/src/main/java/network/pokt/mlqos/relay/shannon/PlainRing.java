package network.pokt.mlqos.relay.shannon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.relay.shannon.curve.CurvePoint;
import network.pokt.mlqos.relay.shannon.curve.Hashing;
import network.pokt.mlqos.relay.shannon.curve.Product;
import network.pokt.mlqos.relay.shannon.curve.PublicMultiplication;
import network.pokt.mlqos.relay.shannon.curve.Scalar;

/** A stranger's ring: nothing is worth precomputing, and nothing is secret. */
final class PlainRing implements RingArithmetic {

    private final List<CurvePoint> keys = new ArrayList<>();
    private final List<CurvePoint> hashes = new ArrayList<>();
    private final CurvePoint keyImage;

    PlainRing(Ring ring, CurvePoint keyImage) {
        Map<PocketPublicKey, CurvePoint> hashed = new HashMap<>();
        for (PocketPublicKey key : ring.keys()) {
            keys.add(key.point());
            hashes.add(hashed.computeIfAbsent(key, k -> Hashing.toPoint(k.point())));
        }
        this.keyImage = keyImage;
    }

    @Override
    public int size() {
        return keys.size();
    }

    @Override
    public Product left(int member, Scalar s, Scalar c) {
        return PublicMultiplication.multiplyAdd(CurvePoint.GENERATOR, s, keys.get(member), c);
    }

    @Override
    public Product right(int member, Scalar s, Scalar c) {
        return PublicMultiplication.multiplyAdd(hashes.get(member), s, keyImage, c);
    }
}
