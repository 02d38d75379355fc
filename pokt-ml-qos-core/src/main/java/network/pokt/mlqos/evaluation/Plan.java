package network.pokt.mlqos.evaluation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.price.Budget;
import network.pokt.mlqos.price.Rate;
import network.pokt.mlqos.task.Ask;
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

    /**
     * A node with what is needed to speak to it and to know its price.
     *
     * @param finding what a probe found out about its log-likelihoods, if one was sent
     */
    record Seat(Node node, ModelApi api, Rate rate, Optional<LikelihoodFinding> finding) {

        Seat(Node node, ModelApi api, Rate rate) {
            this(node, api, rate, Optional.empty());
        }

        Seat found(LikelihoodFinding found) {
            return new Seat(node, api, rate, Optional.of(found));
        }

        /** Returns why {@code ask} is not worth sending, if it is not. */
        Optional<LikelihoodFinding.Unable> refusal(Ask ask) {
            Ask one = ask instanceof Ask.Batch batch ? batch.asks().get(0) : ask;
            return one instanceof Ask.Generate
                    ? Optional.empty()
                    : finding.filter(LikelihoodFinding.Unable.class::isInstance)
                            .map(LikelihoodFinding.Unable.class::cast);
        }
    }

    /** Returns this plan for seats about which more is known. */
    Plan withSeats(List<Seat> known) {
        return new Plan(known, tasks, sampling, seed, perNode, inAll, retry, sampleTimeout, runTimeout, budget);
    }

    /** Returns how many samples of {@code task} are asked of each node. */
    int samplesOf(Task task) {
        return sampling.indices(task.size()).length;
    }
}
