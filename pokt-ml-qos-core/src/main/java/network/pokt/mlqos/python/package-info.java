/**
 * Python's ideas of text: what its string methods return and what its regular expressions match, where the tasks, templates
 * and metrics of the field were written against them. Patterns are not trusted: a match that would take too long is refused.
 *
 * <p>Reference: CPython 3.11.
 */
@NullMarked
package network.pokt.mlqos.python;

import org.jspecify.annotations.NullMarked;
