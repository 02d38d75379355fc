package network.pokt.mlqos.samples.quickstart.sim;

import java.io.IOException;
import java.net.URI;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeId;

/**
 * A server that looks like a model node from outside and holds no model: it answers from a book, right as often as its
 * behaviour says. Thread-safe.
 *
 * <p>It serves {@code /v1/completions}, {@code /v1/chat/completions} and {@code /v1/models} on a free loopback port,
 * counts tokens by {@link SimulatedTokenizer}, and reads a conversation as role, line, content, line, and so on.
 */
public final class SimulatedNode implements AutoCloseable {

    private final Behaviour behaviour;
    private final SimulatedModel model;
    private final LoopbackServer server;
    private final Node node;

    private SimulatedNode(Behaviour behaviour, SimulatedModel model, LoopbackServer server) {
        this.behaviour = behaviour;
        this.model = model;
        this.server = server;
        String name = name(behaviour);
        // The id is the name rather than the address: ports change from run to run, and results are kept by id.
        this.node = Node.builder(new NodeId(name, NodeId.EXTERNAL), server.endpoint())
                .model(name)
                .build();
    }

    /** Starts a node; equal seeds, books and behaviours answer equally. */
    public static SimulatedNode start(Behaviour behaviour, AnswerBook book, long seed) throws IOException {
        SimulatedTokenizer tokenizer = new SimulatedTokenizer();
        SimulatedModel model = new SimulatedModel(book, behaviour, seed, tokenizer);
        String name = name(behaviour);
        OpenAiApi api = new OpenAiApi(name, behaviour, model, tokenizer, seed);
        return new SimulatedNode(behaviour, model, LoopbackServer.start(name, api));
    }

    /** Returns the node as a directory lists it: id and model are both {@code simulated-<behaviour>}. */
    public Node node() {
        return node;
    }

    public URI endpoint() {
        return server.endpoint();
    }

    public Behaviour behaviour() {
        return behaviour;
    }

    /** Returns how many questions of the book the node has answered in text. */
    public long answered() {
        return model.answered();
    }

    /**
     * Returns the share of questions that the node has been set to answer correctly: for one that swaps its model, the
     * mean over the questions that it has answered in text so far.
     */
    public double trueSkill() {
        return model.trueSkill();
    }

    /** Frees the port and ends the thread; answers under way are cut. */
    @Override
    public void close() {
        server.close();
    }

    private static String name(Behaviour behaviour) {
        return "simulated-" + behaviour.name();
    }
}
