package network.pokt.mlqos.evaluation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeId;

/** What a run found out, node by node. Immutable. */
public final class EvaluationReport {

    private final Ending ending;
    private final Duration duration;
    private final List<NodeReport> nodes;

    private EvaluationReport(Ending ending, Duration duration, List<NodeReport> nodes) {
        this.ending = ending;
        this.duration = duration;
        this.nodes = List.copyOf(nodes);
    }

    static EvaluationReport of(Plan plan, Tallies tallies, Ending ending, Duration duration) {
        List<BitSet> answeredByAnyone = new ArrayList<>();
        for (int task = 0; task < plan.tasks().size(); task++) {
            BitSet anyone = new BitSet();
            for (int node = 0; node < plan.seats().size(); node++) {
                anyone.or(tallies.of(node, task).answered);
            }
            answeredByAnyone.add(anyone);
        }
        List<NodeReport> nodes = new ArrayList<>();
        for (int node = 0; node < plan.seats().size(); node++) {
            Plan.Seat seat = plan.seats().get(node);
            List<TaskReport> tasks = new ArrayList<>();
            for (int task = 0; task < plan.tasks().size(); task++) {
                int planned = plan.samplesOf(plan.tasks().get(task));
                tasks.add(new TaskReport(tallies.of(node, task), seat.rate(), planned, answeredByAnyone.get(task)));
            }
            nodes.add(new NodeReport(seat.node(), seat.rate(), seat.finding(), tasks));
        }
        return new EvaluationReport(ending, duration, nodes);
    }

    /** Returns why the run ended; a report that is not {@link Ending#COMPLETE} is true but partial. */
    public Ending ending() {
        return ending;
    }

    /** Returns how long this run took, not counting runs that it resumed. */
    public Duration duration() {
        return duration;
    }

    /** Returns the nodes in the order in which they were given. */
    public List<NodeReport> nodes() {
        return nodes;
    }

    /** Returns the report of one node; an IllegalArgumentException says if it was not part of the run. */
    public NodeReport of(Node node) {
        return of(node.id());
    }

    /** Returns the report of one node; an IllegalArgumentException says if it was not part of the run. */
    public NodeReport of(NodeId id) {
        return nodes.stream()
                .filter(report -> report.node().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Node " + id + " was not part of this run."));
    }
}
