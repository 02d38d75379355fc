/**
 * What the Python functions of lm-evaluation-harness 0.4.13's tasks do, in Java: preprocessing, scoring and aggregation.
 *
 * <p>{@link network.pokt.mlqos.lmeh.natives.NativeCatalog} names each by where its original stands in the harness.
 */
@NullMarked
package network.pokt.mlqos.lmeh.natives;

import org.jspecify.annotations.NullMarked;
