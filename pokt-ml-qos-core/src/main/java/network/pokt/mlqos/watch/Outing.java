package network.pokt.mlqos.watch;

import java.util.HashSet;
import java.util.Set;
import network.pokt.mlqos.evaluation.EvaluationEvent;
import network.pokt.mlqos.evaluation.EvaluationListener;
import network.pokt.mlqos.evaluation.EvaluationReport;
import network.pokt.mlqos.evaluation.EvaluationRun;
import network.pokt.mlqos.transport.FaultCause;
import org.jspecify.annotations.Nullable;

/** One errand under way. Thread-safe; compared by identity. */
final class Outing implements EvaluationListener {

    /** Other failures of ours would only come again, and hold up the items behind them. */
    private static final Set<FaultCause> NEVER_ASKED =
            Set.of(FaultCause.OUT_OF_BUDGET, FaultCause.CANCELLED, FaultCause.DEADLINE);

    private final Errand errand;
    private final HourlyAllowance.Grant grant;
    private final long epoch;
    private final Set<Integer> asked = new HashSet<>();
    private volatile @Nullable EvaluationRun run;

    Outing(Errand errand, HourlyAllowance.Grant grant, long epoch) {
        this.errand = errand;
        this.grant = grant;
        this.epoch = epoch;
    }

    Errand errand() {
        return errand;
    }

    HourlyAllowance.Grant grant() {
        return grant;
    }

    /** Returns the number of the epoch in which it was sent. */
    long epoch() {
        return epoch;
    }

    @Override
    public void on(EvaluationEvent event) {
        if (event instanceof EvaluationEvent.SampleConcluded sample
                && sample.cause().filter(NEVER_ASKED::contains).isEmpty()) {
            synchronized (this) {
                asked.add(sample.sample().index());
            }
        }
    }

    /** Returns how many items there are from the first one on that was not asked; asking one of them twice does no harm. */
    synchronized int unasked() {
        int first = 0;
        while (first < errand.items().size() && asked.contains(errand.items().get(first))) {
            first++;
        }
        return errand.items().size() - first;
    }

    /** Returns what was spent; without a report nobody knows, and it may have been all that was granted. */
    HourlyAllowance.Amount spent(@Nullable EvaluationReport report) {
        return report == null
                ? grant.amount()
                : report.nodes().stream()
                        .findFirst()
                        .map(node -> new HourlyAllowance.Amount(
                                node.spend().relays(), node.spend().tokens(), node.cost()))
                        .orElseGet(grant::amount);
    }

    void started(EvaluationRun run) {
        this.run = run;
    }

    void cancel() {
        EvaluationRun started = run;
        if (started != null) {
            started.cancel();
        }
    }
}
