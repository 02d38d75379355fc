/**
 * Numbers about pictures and about the features of pictures, in plain Java: those of HEIM (stanford-crfm/helm) that need no
 * weights, and the arithmetic behind those that do.
 *
 * <p>Two conventions of structural similarity are in use, and both are here under the names of
 * {@link network.pokt.mlqos.diffusion.metric.Border}. Values agree with torchmetrics 1.9.0, scikit-image 0.26.0 and HEIM to nine
 * digits. Everything is immutable and thread-safe unless it says otherwise.
 */
@NullMarked
package network.pokt.mlqos.diffusion.metric;

import org.jspecify.annotations.NullMarked;
