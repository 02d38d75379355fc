package network.pokt.mlqos.evaluation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.time.TimeSource;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayTiming;
import network.pokt.mlqos.transport.RelayTransport;

/**
 * Asks nodes whether they can do what is about to be asked of them.
 *
 * @param transport carries the probes
 * @param time counts the pauses between attempts
 * @param retry when a probe that failed is sent again
 * @param seed decides the jitter of the pauses
 */
record Probing(RelayTransport transport, TimeSource time, RetryRule retry, long seed) {

    /** Returns the seats with what was found about them; all are asked at once, and waited for. */
    List<Plan.Seat> of(List<Plan.Seat> seats) {
        List<CompletableFuture<Plan.Seat>> probed = seats.stream().map(this::of).toList();
        return probed.stream().map(CompletableFuture::join).toList();
    }

    private CompletableFuture<Plan.Seat> of(Plan.Seat seat) {
        Optional<LikelihoodProbe> probe = seat.api().likelihoodProbe(seat.node());
        if (probe.isEmpty()) {
            return CompletableFuture.completedFuture(seat);
        }
        return ask(probe.get(), seat.node(), 1, new SplittableRandom(seed)).thenApply(seat::found);
    }

    private CompletableFuture<LikelihoodFinding> ask(
            LikelihoodProbe probe, Node node, int attempt, SplittableRandom random) {
        return send(probe, node).thenCompose(outcome -> {
            LikelihoodFinding finding = probe.read(outcome);
            Optional<Duration> pause = finding instanceof LikelihoodFinding.Unanswered unanswered
                    ? retry.pauseAfter(unanswered.failure(), attempt, random)
                    : Optional.empty();
            if (pause.isEmpty()) {
                return CompletableFuture.completedFuture(finding);
            }
            CompletableFuture<Boolean> due = new CompletableFuture<>();
            time.schedule(pause.get(), () -> due.complete(true));
            return due.thenCompose(now -> ask(probe, node, attempt + 1, random));
        });
    }

    private CompletableFuture<RelayOutcome> send(LikelihoodProbe probe, Node node) {
        try {
            return transport.sendAsync(node, probe.request()).exceptionally(this::defect);
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(defect(e));
        }
    }

    private RelayOutcome defect(Throwable error) {
        return RelayFailure.of(FaultCause.INTERNAL, "The transport failed: " + error, RelayTiming.none(time.now()));
    }
}
