/**
 * The metrics and aggregations that task files name, and what stands behind the names: the registries of
 * lm-evaluation-harness 0.4.13. The arithmetic itself is in {@code network.pokt.mlqos.metric}.
 */
@NullMarked
package network.pokt.mlqos.lmeh.metric;

import org.jspecify.annotations.NullMarked;
