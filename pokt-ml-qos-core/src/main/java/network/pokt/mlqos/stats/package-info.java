/**
 * Statistics of few samples: estimates that carry their uncertainty and their n, intervals, histograms, rolling
 * windows with a time to live, and sequential tests that stay valid however often one looks.
 */
@NullMarked
package network.pokt.mlqos.stats;

import org.jspecify.annotations.NullMarked;
