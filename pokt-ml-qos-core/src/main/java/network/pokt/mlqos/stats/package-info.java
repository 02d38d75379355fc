/**
 * Statistics of few samples: estimates that carry their uncertainty and their n, intervals, histograms, and the
 * detection of a shift. Random numbers of CPython are here too, for resampling and drawing as Python programs do.
 */
@NullMarked
package network.pokt.mlqos.stats;

import org.jspecify.annotations.NullMarked;
