/**
 * How a prompt is put together: which examples are shown, and how system text, examples and question are joined.
 */
@NullMarked
package network.pokt.mlqos.lmeh.prompt;

import org.jspecify.annotations.NullMarked;
