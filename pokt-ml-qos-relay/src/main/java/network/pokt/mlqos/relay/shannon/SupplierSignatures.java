package network.pokt.mlqos.relay.shannon;

import java.util.LinkedHashMap;
import java.util.Map;
import network.pokt.mlqos.relay.shannon.curve.CombTable;
import network.pokt.mlqos.relay.shannon.curve.Ecdsa;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the signatures on replies; a supplier that replies often gets a table of its key, which more than halves the time.
 * Keeps the tables of the suppliers heard last. Thread-safe.
 */
final class SupplierSignatures {

    /** A table costs about as much as it saves on six signatures. */
    private static final int WORTH_A_TABLE = 16;

    /** Tables have 40 KB, so all of them 20 MB. */
    private static final int ROOM = 512;

    private static final class Supplier {
        private int signatures;
        private @Nullable CombTable table;
    }

    private final Map<PocketPublicKey, Supplier> suppliers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<PocketPublicKey, Supplier> eldest) {
            return size() > ROOM;
        }
    };

    /** Returns what {@link PocketPublicKey#verify} returns. */
    boolean verify(PocketPublicKey key, byte[] message, byte[] signature) {
        CombTable table = tableOf(key);
        return table == null ? key.verify(message, signature) : Ecdsa.verify(table, Digests.sha256(message), signature);
    }

    private @Nullable CombTable tableOf(PocketPublicKey key) {
        Supplier supplier;
        synchronized (suppliers) {
            supplier = suppliers.computeIfAbsent(key, k -> new Supplier());
            supplier.signatures++;
            if (supplier.signatures != WORTH_A_TABLE) {
                return supplier.table;
            }
        }
        // Whoever asks in the meantime goes on without.
        CombTable made = CombTable.of(key.point());
        synchronized (suppliers) {
            supplier.table = made;
        }
        return made;
    }
}
