package network.pokt.mlqos.route;

import java.time.Duration;
import network.pokt.mlqos.route.Attempt.Purpose;
import network.pokt.mlqos.transport.FaultCause;
import org.jspecify.annotations.Nullable;

/** What is done while the first content of a streamed answer is awaited: hedge when it is late, ask another when it is silent. */
final class Silence {

    private final RouteCall<?> call;

    Silence(RouteCall<?> call) {
        this.call = call;
    }

    /** Sets the clocks for a relay that was just sent. Under the call's lock. */
    void watch(Leg leg) {
        double p95 = leg.lease.state.firstToken95(call.ask.size());
        watchPatience(leg);
        if (call.config.hedging.budget() > 0 && p95 >= 0 && leg.purpose == Purpose.FIRST) {
            leg.hedge = call.config.time.schedule(Duration.ofNanos((long) (p95 * 1e9)), () -> hedge(leg));
        }
    }

    private void watchPatience(Leg leg) {
        leg.patience = call.config.time.schedule(call.config.failover.patience(), () -> impatient(leg));
    }

    /** The first token is later than nearly all of this node's: another operator gets a chance, if the purse allows it. */
    private void hedge(Leg leg) {
        Lease lease;
        synchronized (call) {
            if (call.over || leg.over || leg.hasContent()) {
                return;
            }
            lease = call.router.chooser.lease(call.needs, call.ask.size(), null, call.legs.tried());
            if (lease == null) {
                return;
            }
            if (lease.state.operator().equals(leg.lease.state.operator()) || !call.router.budgets.hedging.take(1)) {
                lease.cancelled();
                return;
            }
        }
        call.send(lease, Purpose.HEDGE, null);
    }

    /** Nothing came for so long that another node is asked instead; if none would be quicker, the wait goes on. */
    private void impatient(Leg leg) {
        Lease lease;
        synchronized (call) {
            if (call.over || leg.over || leg.hasContent()) {
                return;
            }
            lease = other(leg);
            if (lease == null) {
                watchPatience(leg);
                return;
            }
            end(leg);
        }
        leg.cancelRelay();
        call.send(lease, Purpose.FAILOVER, null);
    }

    private @Nullable Lease other(Leg leg) {
        boolean alone = call.legs.openBeside(leg).isEmpty();
        if (!alone || call.legs.sent() >= call.config.failover.attempts()) {
            return null;
        }
        Lease lease = call.router.chooser.lease(call.needs, call.ask.size(), null, call.legs.tried());
        boolean quicker = lease != null && lease.expectedFirstToken() < patienceSeconds();
        if (lease != null && !(quicker && call.router.budgets.retrying.take(1))) {
            lease.cancelled();
            return null;
        }
        return lease;
    }

    private double patienceSeconds() {
        return call.config.failover.patience().toNanos() / 1e9;
    }

    private void end(Leg leg) {
        leg.end(FaultCause.FIRST_BYTE_TIMEOUT, call.config.time.nanos());
        leg.billLeast(call.config.facts.apply(leg.node()));
        leg.lease.silent(call.config.failover.patience());
    }
}
