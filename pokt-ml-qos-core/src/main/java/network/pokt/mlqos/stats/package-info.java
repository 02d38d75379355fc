/**
 * Statistics of few samples: estimates that carry their uncertainty and their n, intervals, histograms, the detection
 * of a shift, and evidence that may be looked at after every observation. Random numbers of CPython are here too, for resampling and drawing as Python programs do.
 */
@NullMarked
package network.pokt.mlqos.stats;

import org.jspecify.annotations.NullMarked;
