package network.pokt.mlqos.samples.watchertemporal;

/**
 * Names one sample among all that a store ever sees. Whoever measures it, and however often, its measurement has one id.
 *
 * @param epoch the epoch's name
 * @param node whom to ask
 * @param task the task's fingerprint
 * @param item the document's index
 */
public record SampleKey(String epoch, Target node, String task, int item) {}
