package network.pokt.mlqos.evaluation;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** A run under way. Thread-safe. */
public final class EvaluationRun {

    private final Engine engine;

    EvaluationRun(Engine engine) {
        this.engine = engine;
    }

    /**
     * Ends the run: nothing more is sent and relays under way are aborted on the wire. The report of what was concluded still
     * comes; with a journal the rest can be resumed. Calling it again has no effect.
     */
    public void cancel() {
        engine.stop(Ending.CANCELLED);
    }

    /** Returns how many samples are concluded, over all nodes and tasks, those of a resumed run included. */
    public long concluded() {
        return engine.concluded();
    }

    /**
     * Returns the report to come. It completes exceptionally only with a {@link JournalException} or with an exception that a
     * task threw while it made samples; cancelling the future has no effect on the run, {@link #cancel()} has.
     */
    public CompletableFuture<EvaluationReport> future() {
        return engine.report().copy();
    }

    /**
     * Waits for the report.
     *
     * @throws InterruptedException if the thread is interrupted while it waits; the run goes on unless it is cancelled
     */
    public EvaluationReport await() throws InterruptedException {
        try {
            return engine.report().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new CompletionException(e.getCause());
        }
    }
}
