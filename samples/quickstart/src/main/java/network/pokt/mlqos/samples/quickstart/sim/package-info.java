/**
 * A simulated network: six HTTP servers on the loopback address that speak the OpenAI interface and contain no model at
 * all.
 *
 * <p>Each node is told the answers by an {@link network.pokt.mlqos.samples.quickstart.sim.AnswerBook} and gets a stated
 * share of them right, so that a measurement can be held against the truth. Nothing here pretends to be real: model
 * names begin with {@code simulated-}, every answer carries the header {@code X-Simulated: true} and the fingerprint
 * {@code simulated}.
 *
 * <p>What a node says is a pure function of its seed and the question, and for a node that swaps its model also of how
 * many questions came before. How it says it, that is delays and failures, is a pure function of its seed and the
 * request's number. One thread per node, ended by {@code close()}.
 */
@NullMarked
package network.pokt.mlqos.samples.quickstart.sim;

import org.jspecify.annotations.NullMarked;
