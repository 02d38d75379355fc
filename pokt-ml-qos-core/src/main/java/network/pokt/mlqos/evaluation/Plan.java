package network.pokt.mlqos.evaluation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.price.Budget;
import network.pokt.mlqos.price.Rate;
import network.pokt.mlqos.task.Sampling;
import network.pokt.mlqos.task.Task;

/** Everything that an evaluation has settled before it sends its first relay. Immutable. */
record Plan(
        List<Seat> seats,
        List<Task> tasks,
        Sampling sampling,
        long seed,
        int perNode,
        int inAll,
        RetryRule retry,
        Duration sampleTimeout,
        Optional<Duration> runTimeout,
        Budget budget) {

    Plan {
        seats = List.copyOf(seats);
        tasks = List.copyOf(tasks);
    }

    /** A node with what is needed to speak to it and to know its price. */
    record Seat(Node node, ModelApi api, Rate rate) {}

    /** Returns how many samples of {@code task} are asked of each node. */
    int samplesOf(Task task) {
        return sampling.indices(task.size()).length;
    }
}
