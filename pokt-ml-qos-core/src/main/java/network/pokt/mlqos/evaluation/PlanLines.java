package network.pokt.mlqos.evaluation;

import java.util.ArrayList;
import java.util.List;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.task.Task;

/** Spells what a journal has to agree on, a line for each thing, so that a difference can be named. */
final class PlanLines {

    private PlanLines() {}

    static List<String> of(Plan plan) {
        List<String> lines = new ArrayList<>();
        lines.add("sampling " + plan.sampling());
        for (Task task : plan.tasks()) {
            lines.add("task " + task.name() + ": " + task.fingerprint());
        }
        for (Plan.Seat seat : plan.seats()) {
            Node node = seat.node();
            lines.add("node " + node.id() + " at " + node.endpoint() + ", model "
                    + node.model().orElse("not stated") + ", " + seat.api().fingerprint());
        }
        return lines;
    }
}
