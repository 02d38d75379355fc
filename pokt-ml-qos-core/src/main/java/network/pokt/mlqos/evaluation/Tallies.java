package network.pokt.mlqos.evaluation;

import java.util.ArrayList;
import java.util.List;

/** One tally for each node and task of a plan. */
final class Tallies {

    private final List<List<Tally>> byNode = new ArrayList<>();

    Tallies(Plan plan) {
        for (int node = 0; node < plan.seats().size(); node++) {
            byNode.add(plan.tasks().stream().map(Tally::new).toList());
        }
    }

    List<Tally> of(int node) {
        return byNode.get(node);
    }

    /** Returns one tally; throws IllegalArgumentException if the plan has no such place. */
    Tally of(int node, int task) {
        if (node < 0
                || node >= byNode.size()
                || task < 0
                || task >= byNode.get(node).size()) {
            throw new IllegalArgumentException("there is no node " + node + " with a task " + task);
        }
        return byNode.get(node).get(task);
    }
}
