package network.pokt.mlqos.relay.shannon;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps the signers of one key for the rings used last, and makes those that are missing. Thread-safe.
 *
 * <p>Rings change when an application's delegations do, so a few are enough.
 */
public final class RingSigners {

    private final PocketPrivateKey key;
    private final Map<Ring, RingSigner> signers;

    /**
     * @param key the key that signs, which stays the caller's to destroy
     * @param capacity how many signers are kept, of some hundred kilobytes each
     */
    public RingSigners(PocketPrivateKey key, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("The capacity for signers must be positive, got " + capacity + ".");
        }
        this.key = key;
        this.signers = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Ring, RingSigner> eldest) {
                return size() > capacity;
            }
        };
    }

    /**
     * Returns the signer of this ring; the first time that takes milliseconds, during which others wait.
     *
     * @throws IllegalArgumentException if the key is not in the ring
     * @throws IllegalStateException if the key is destroyed
     */
    public synchronized RingSigner of(Ring ring) {
        RingSigner known = signers.get(ring);
        if (known == null) {
            known = RingSigner.of(key, ring);
            signers.put(ring, known);
        }
        return known;
    }
}
