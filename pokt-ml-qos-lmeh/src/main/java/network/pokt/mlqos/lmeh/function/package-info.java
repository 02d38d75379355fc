/**
 * Native equivalents of the Python functions that task files name with {@code !function}. Python is never executed: a function is
 * recognised by its name and the content of its source, or refused.
 *
 * <p>Values are those of {@link network.pokt.mlqos.template}: String, Boolean, Long, Double, List, Map and null.
 */
@NullMarked
package network.pokt.mlqos.lmeh.function;

import org.jspecify.annotations.NullMarked;
