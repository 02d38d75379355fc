package network.pokt.mlqos.evaluation;

/**
 * Watches a run. Calls come from several threads at once and have to be quick; an exception from a listener is logged and does
 * not disturb the run.
 */
@FunctionalInterface
public interface EvaluationListener {

    void on(EvaluationEvent event);
}
