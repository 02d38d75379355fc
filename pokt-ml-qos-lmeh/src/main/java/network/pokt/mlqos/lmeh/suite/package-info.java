/**
 * Suites by name: which tasks, with which settings, and how their numbers become one; samples of their documents that say
 * what they cost in accuracy; and tasks that are made up from a seed, so that no model can have seen them.
 */
@NullMarked
package network.pokt.mlqos.lmeh.suite;

import org.jspecify.annotations.NullMarked;
