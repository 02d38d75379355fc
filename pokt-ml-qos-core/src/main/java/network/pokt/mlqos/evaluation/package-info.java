/**
 * The engine that runs samples against nodes, with bounded concurrency, deadlines, retries, budgets, progress,
 * cancellation and resumption.
 */
@NullMarked
package network.pokt.mlqos.evaluation;

import org.jspecify.annotations.NullMarked;
