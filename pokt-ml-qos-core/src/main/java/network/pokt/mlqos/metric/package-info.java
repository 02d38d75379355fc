/**
 * Metrics and their aggregations: pure functions of text, numbers and log-probabilities, usable alone.
 */
@NullMarked
package network.pokt.mlqos.metric;

import org.jspecify.annotations.NullMarked;
