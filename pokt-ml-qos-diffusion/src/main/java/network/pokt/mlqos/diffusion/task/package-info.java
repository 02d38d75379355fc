/** Prompt sets, the tasks and suites over them, and how the engine speaks to nodes that draw. */
@NullMarked
package network.pokt.mlqos.diffusion.task;

import org.jspecify.annotations.NullMarked;
