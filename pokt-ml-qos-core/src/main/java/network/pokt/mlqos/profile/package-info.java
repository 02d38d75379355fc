/**
 * What is believed about one node, and how surely: windows of task scores, latency digests, reliability, faults
 * and honesty. Measurements write profiles; everybody else only reads them.
 */
@NullMarked
package network.pokt.mlqos.profile;

import org.jspecify.annotations.NullMarked;
