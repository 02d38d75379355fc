/**
 * Statistics of few samples: estimates that carry their uncertainty and their n, intervals, histograms, and the
 * detection of a shift.
 */
@NullMarked
package network.pokt.mlqos.stats;

import org.jspecify.annotations.NullMarked;
