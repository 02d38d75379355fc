package network.pokt.mlqos.samples.quickstart.sim;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import network.pokt.mlqos.samples.quickstart.ArithmeticTask;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.task.Sample;
import network.pokt.mlqos.task.Sampling;
import org.junit.jupiter.api.AfterEach;

/** Starts nodes that know a thousand problems, and closes them after each test. */
abstract class NodeFixture {

    static final int QUESTIONS = 1000;

    /** Fast enough that a thousand answers take no second. */
    static final double IN_A_HURRY = 0.02;

    private static final ArithmeticTask TASK = new ArithmeticTask(7, QUESTIONS);
    static final AnswerBook BOOK = TASK.answers();
    static final List<String> PROMPTS = prompts();

    private final List<SimulatedNode> started = new ArrayList<>();

    @AfterEach
    void closeNodes() {
        started.forEach(SimulatedNode::close);
    }

    final SimulatedNode start(Behaviour behaviour) throws IOException {
        return start(behaviour, 1);
    }

    final SimulatedNode start(Behaviour behaviour, long seed) throws IOException {
        return start(behaviour, seed, BOOK);
    }

    final SimulatedNode start(Behaviour behaviour, long seed, AnswerBook book) throws IOException {
        SimulatedNode node = SimulatedNode.start(behaviour.slowedBy(behaviour.slowness() * IN_A_HURRY), book, seed);
        started.add(node);
        return node;
    }

    private static List<String> prompts() {
        List<String> prompts = new ArrayList<>();
        for (var samples = TASK.samples(Sampling.all()); samples.hasNext(); ) {
            Sample sample = samples.next();
            prompts.add(((Ask.Text) ((Ask.Generate) sample.asks().get(0)).context()).text());
        }
        return prompts;
    }
}
