package network.pokt.mlqos.relay.supplier.adapter;

import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;

/** Logs each kind of refusal once as a warning, then at DEBUG: a hostile client cannot fill a disk. Thread-safe. */
final class Complaints {

    private final Logger log;
    private final Set<Refusal.Kind> said = EnumSet.noneOf(Refusal.Kind.class);

    Complaints(Logger log) {
        this.log = log;
    }

    void about(Refusal refusal) {
        boolean first;
        synchronized (said) {
            first = said.add(refusal.kind());
        }
        // Messages may quote the model server or the client, kinds and statuses do not.
        if (first) {
            log.warn(
                    "A request ended with {} and status {}; further ones are logged at DEBUG.",
                    refusal.kind(),
                    refusal.status());
        } else {
            log.debug("A request ended with {} and status {}.", refusal.kind(), refusal.status());
        }
    }
}
