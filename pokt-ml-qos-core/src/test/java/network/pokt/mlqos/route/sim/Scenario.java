package network.pokt.mlqos.route.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import network.pokt.mlqos.route.sim.Fault.Kind;

/** What a pool of 24 nodes is like and what happens to it. The list was fixed before any constant of the router was tuned. */
enum Scenario {
    /** 24 equal nodes, nothing happens. */
    EQUAL_40(0.4, false),
    EQUAL_70(0.7, false),
    EQUAL_90(0.9, false),
    /** Three speeds, three prices, accuracy from 0.70 to 0.80, eight operators of which the largest has ten nodes. */
    MIXED_40(0.4, true),
    MIXED_70(0.7, true),
    MIXED_90(0.9, true),
    /** Mixed; one node in four gets 3x slower to the first token and 2x per token after a quarter of the time. */
    DEGRADED(0.5, true),
    /** Mixed; one in four answers 10 % of requests with status 500. */
    ERRORS(0.5, true),
    /** Mixed; one in four is down from a quarter to three quarters of the time. */
    DOWN(0.5, true),
    /** Mixed; one in eight says nothing from a quarter of the time on. */
    SILENT(0.5, true),
    /** Mixed; one in four breaks off 10 % of its streams. */
    CUT(0.5, true),
    /** Mixed; one in four serves 20 points worse from a quarter on, found out at half time; one in four bills 20 % too much. */
    CHEATS(0.5, true),
    /** Mixed; one in four refuses half of the requests with status 429. */
    LIMITED(0.5, true),
    /** Mixed; the largest operator is down from 40 to 60 % of the time. */
    OUTAGE(0.3, true),
    /** Mixed; only 16 of the nodes are in session at a time, others after each fifth of the time. */
    ROTATION(0.3, true);

    static final int NODES = 24;
    private static final int[] OPERATOR_SIZES = {10, 4, 3, 2, 2, 1, 1, 1};

    final double load;
    final boolean mixed;

    Scenario(double load, boolean mixed) {
        this.load = load;
        this.mixed = mixed;
    }

    /** Returns the makes of the nodes, shuffled by the seed. */
    List<SimNode.Make> makes(SplittableRandom random) {
        List<String> operators = new ArrayList<>();
        for (int i = 0; i < OPERATOR_SIZES.length; i++) {
            for (int j = 0; j < OPERATOR_SIZES[i]; j++) {
                operators.add("op" + i);
            }
        }
        List<SimNode.Make> makes = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            double speed = mixed ? new double[] {1.6, 1, 0.6}[random.nextInt(3)] : 1;
            double price = mixed ? new double[] {0.1, 0.2, 0.4}[random.nextInt(3)] : 0.2;
            double accuracy = mixed ? 0.70 + 0.10 * random.nextDouble() : 0.75;
            double network = mixed ? 0.05 + 0.2 * random.nextDouble() : 0.1;
            makes.add(new SimNode.Make(
                    "n" + i,
                    operators.get(i),
                    network,
                    4000 * speed,
                    0.025 / speed,
                    0.0015 / speed,
                    8,
                    accuracy,
                    price));
        }
        return makes;
    }

    /** Lays the faults on the nodes for a run of so many seconds. */
    void strike(List<SimNode> nodes, double length, SplittableRandom random) {
        List<SimNode> order = new ArrayList<>(nodes);
        for (int i = order.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            SimNode swapped = order.get(i);
            order.set(i, order.get(j));
            order.set(j, swapped);
        }
        List<SimNode> quarter = order.subList(0, NODES / 4);
        double from = length / 4;
        double end = Double.POSITIVE_INFINITY;
        switch (this) {
            case DEGRADED ->
                quarter.forEach(n -> {
                    n.faults.add(new Fault(Kind.SLOW_FIRST, 3, from, end));
                    n.faults.add(new Fault(Kind.SLOW_TOKENS, 2, from, end));
                });
            case ERRORS -> quarter.forEach(n -> n.faults.add(new Fault(Kind.ERRORS, 0.1, from, end)));
            case DOWN -> quarter.forEach(n -> n.faults.add(new Fault(Kind.DOWN, 1, from, 3 * from)));
            case SILENT -> order.subList(0, NODES / 8).forEach(n -> n.faults.add(new Fault(Kind.SILENT, 1, from, end)));
            case CUT -> quarter.forEach(n -> n.faults.add(new Fault(Kind.CUT, 0.1, from, end)));
            case CHEATS -> {
                quarter.forEach(n -> n.faults.add(new Fault(Kind.WORSE, 0.2, from, end)));
                order.subList(NODES / 4, NODES / 2).forEach(n -> n.faults.add(Fault.always(Kind.PADDED, 1.2)));
            }
            case LIMITED -> quarter.forEach(n -> n.faults.add(new Fault(Kind.LIMITED, 0.5, from, end)));
            case OUTAGE ->
                nodes.stream()
                        .filter(n -> n.make.operator().equals("op0"))
                        .forEach(n -> n.faults.add(new Fault(Kind.DOWN, 1, 0.4 * length, 0.6 * length)));
            default -> {
                // Nothing happens to the nodes themselves.
            }
        }
    }

    /** Returns which of the nodes are in session at {@code now} of {@code length} seconds. */
    List<SimNode> inSession(List<SimNode> nodes, double now, double length) {
        if (this != ROTATION) {
            return nodes;
        }
        int session = (int) (5 * now / length);
        List<SimNode> in = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            if ((i * 7 + session * 5) % 3 != 0) {
                in.add(nodes.get(i));
            }
        }
        return in;
    }
}
