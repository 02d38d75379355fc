/**
 * What becomes of a document: its requests, and how their answers are judged, for each output type of lm-evaluation-harness.
 */
@NullMarked
package network.pokt.mlqos.lmeh.form;

import org.jspecify.annotations.NullMarked;
