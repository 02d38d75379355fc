package network.pokt.mlqos.route;

import java.util.ArrayList;
import java.util.List;
import network.pokt.mlqos.route.Attempt.Purpose;

/** The relays of one call, in the order in which they were sent. Guarded by the call. */
final class Legs {

    private final List<Leg> legs = new ArrayList<>();

    void add(Leg leg) {
        legs.add(leg);
    }

    boolean isEmpty() {
        return legs.isEmpty();
    }

    /** Returns those that are under way. */
    List<Leg> open() {
        return legs.stream().filter(leg -> !leg.over).toList();
    }

    List<Leg> openBeside(Leg leg) {
        return legs.stream().filter(other -> other != leg && !other.over).toList();
    }

    /** Returns how many were sent, hedges apart. */
    int sent() {
        return (int) legs.stream().filter(leg -> leg.purpose != Purpose.HEDGE).count();
    }

    List<NodeState> tried() {
        return legs.stream().map(leg -> leg.lease.state).toList();
    }

    List<Attempt> attempts() {
        return legs.stream().map(Leg::attempt).toList();
    }
}
