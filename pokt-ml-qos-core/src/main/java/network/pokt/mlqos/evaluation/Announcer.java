package network.pokt.mlqos.evaluation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import network.pokt.mlqos.node.Node;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners and the log what happens. Thread-safe. */
final class Announcer {

    private static final Logger LOG = LoggerFactory.getLogger(EvaluationRun.class);

    private final List<EvaluationListener> listeners;
    private final AtomicBoolean warned = new AtomicBoolean();

    Announcer(List<EvaluationListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    void announce(EvaluationEvent event) {
        for (EvaluationListener listener : listeners) {
            try {
                listener.on(event);
            } catch (RuntimeException e) {
                warn("A listener failed", e);
            }
        }
    }

    void announce(Node node, String task, Attempt attempt, OpenSample open, @Nullable Verdict verdict) {
        if (attempt.cause() != null) {
            LOG.debug(
                    "{} {} sample {}: attempt {} {}", node, task, attempt.sample(), attempt.number(), attempt.cause());
        }
        if (listeners.isEmpty()) {
            return;
        }
        announce(new EvaluationEvent.AttemptEnded(
                node,
                task,
                attempt.sample(),
                attempt.number(),
                attempt.last(),
                Optional.ofNullable(attempt.cause()),
                Duration.ofNanos(attempt.totalNanos()),
                attempt.answered() ? Optional.of(attempt.arrival()) : Optional.empty()));
        if (verdict != null) {
            announce(new EvaluationEvent.SampleConcluded(
                    node,
                    task,
                    open.sample,
                    verdict instanceof Verdict.Scored ? open.replies() : List.of(),
                    verdict.score(),
                    verdict.cause(),
                    open.spend(),
                    open.elapsed()));
        }
    }

    /** Warns once a run, with the stack trace; then at debug level, so that a defect in each of many samples is one line. */
    void warn(String what, RuntimeException e) {
        if (warned.compareAndSet(false, true)) {
            LOG.warn("{}; further ones are logged at debug level", what, e);
        } else {
            LOG.debug("{}", what, e);
        }
    }
}
