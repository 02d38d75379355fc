package network.pokt.mlqos.relay.shannon;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;

/**
 * The keys of which one has signed, in their order; the same key may stand in it more than once.
 *
 * @param keys 2 to 64 keys
 */
public record Ring(List<PocketPublicKey> keys) {

    /** A signature of one key would not be a ring's. */
    public static final int MIN_KEYS = 2;

    /** Far more than the gateways that an application may delegate to (7 on the main network); bounds a stranger's work. */
    public static final int MAX_KEYS = 64;

    private static final String PLACEHOLDER = "021066f293709356a33e9c13017867586baf52513e845bc4335233a15ed1e00baf";

    public Ring {
        keys = List.copyOf(keys);
        if (keys.size() < MIN_KEYS || keys.size() > MAX_KEYS) {
            throw new IllegalArgumentException(
                    "A ring has " + MIN_KEYS + " to " + MAX_KEYS + " keys, got " + keys.size() + ".");
        }
    }

    /**
     * Returns the ring of an application as Pocket's clients build it: its own key, then those of the gateways it delegated to
     * in the chain's order; its own key twice if there is none.
     */
    public static Ring of(PocketPublicKey application, List<PocketPublicKey> gateways) {
        List<PocketPublicKey> keys = new ArrayList<>();
        keys.add(application);
        keys.addAll(gateways.isEmpty() ? List.of(application) : gateways);
        return new Ring(keys);
    }

    /**
     * Returns the key that miners and the chain add to the ring of an application without gateways.
     *
     * <p>Its private key is the hash of a text in Pocket's published source, so anybody can sign with it: see docs/security.md.
     */
    public static PocketPublicKey placeholder() {
        return PocketPublicKey.of(HexFormat.of().parseHex(PLACEHOLDER));
    }

    /** Returns whether every key of {@code other} is in this ring, which is what miners and the chain ask for. */
    public boolean covers(Ring other) {
        return new HashSet<>(keys).containsAll(other.keys);
    }
}
