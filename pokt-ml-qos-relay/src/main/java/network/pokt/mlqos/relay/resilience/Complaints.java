package network.pokt.mlqos.relay.resilience;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what somebody else's code threw: the first time as a warning, then at debug, so that a defect cannot flood the log. */
final class Complaints {

    private static final Logger log = LoggerFactory.getLogger(ResilientTransport.class);

    private final AtomicBoolean warned = new AtomicBoolean();

    void say(String what, RuntimeException thrown) {
        if (warned.compareAndSet(false, true)) {
            log.warn(what + " Later cases are logged at debug.", thrown);
        } else {
            log.debug(what, thrown);
        }
    }
}
