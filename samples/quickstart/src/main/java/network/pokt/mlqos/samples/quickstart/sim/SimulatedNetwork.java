package network.pokt.mlqos.samples.quickstart.sim;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeDirectory;

/**
 * Simulated nodes side by side, each a server of its own. Thread-safe.
 *
 * <pre>{@code
 * try (SimulatedNetwork network = SimulatedNetwork.start(task.answers(), 7, SimulatedNetwork.usual(200))) {
 *     NodeDirectory nodes = network.directory();
 *     // measure them, then compare with network.node("strong").trueSkill()
 * }
 * }</pre>
 */
public final class SimulatedNetwork implements AutoCloseable {

    private final List<SimulatedNode> nodes;

    private SimulatedNetwork(List<SimulatedNode> nodes) {
        this.nodes = List.copyOf(nodes);
    }

    /**
     * Returns six nodes worth telling apart, the last of which swaps its model after half of {@code expectedQuestions}.
     * Three differ in skill over time (0.92, 0.55, and 0.90 falling to 0.45); three answer 0.80 but are slow, flaky, or
     * bill too much.
     */
    public static List<Behaviour> usual(int expectedQuestions) {
        return List.of(
                Behaviour.of("strong", 0.92),
                Behaviour.of("weak", 0.55),
                Behaviour.of("slow", 0.80).slowedBy(5),
                Behaviour.of("flaky", 0.80).failing(0.15),
                Behaviour.of("over-billing", 0.80).billing(1.3),
                Behaviour.of("swapping", 0.90).swapping(0.45, expectedQuestions / 2));
    }

    /** Starts a node for each behaviour. Equal arguments answer equally; the ports are whatever is free. */
    public static SimulatedNetwork start(AnswerBook book, long seed, List<Behaviour> behaviours) throws IOException {
        List<SimulatedNode> nodes = new ArrayList<>();
        try {
            for (Behaviour behaviour : behaviours) {
                long nodeSeed = Dice.of(seed, behaviour.name()).nextLong();
                nodes.add(SimulatedNode.start(behaviour, book, nodeSeed));
            }
            return new SimulatedNetwork(nodes);
        } catch (IOException e) {
            nodes.forEach(SimulatedNode::close);
            throw e;
        }
    }

    public List<SimulatedNode> nodes() {
        return nodes;
    }

    /** Returns the node of the behaviour called {@code name}. */
    public SimulatedNode node(String name) {
        return nodes.stream()
                .filter(node -> node.behaviour().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No simulated node behaves as '" + name
                        + "', there are "
                        + nodes.stream().map(node -> node.behaviour().name()).toList() + "."));
    }

    /** Returns the nodes as the library sees them. */
    public NodeDirectory directory() {
        return NodeDirectory.of(nodes.stream().map(SimulatedNode::node).toArray(Node[]::new));
    }

    /** Frees all ports and ends all threads. */
    @Override
    public void close() {
        nodes.forEach(SimulatedNode::close);
    }
}
