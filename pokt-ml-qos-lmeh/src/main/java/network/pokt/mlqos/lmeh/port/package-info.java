/**
 * Native equivalents that are recognised by shape: they do what the Python does and take their words and columns from its texts,
 * so that one of them stands for the same function in fifty languages.
 */
@NullMarked
package network.pokt.mlqos.lmeh.port;

import org.jspecify.annotations.NullMarked;
