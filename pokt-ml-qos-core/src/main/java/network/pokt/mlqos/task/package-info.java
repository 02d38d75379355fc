/**
 * What is asked and how the answer is judged: tasks, their samples, scores and the sampling of them. A task
 * does not know who answers, over which protocol, or when.
 */
@NullMarked
package network.pokt.mlqos.task;

import org.jspecify.annotations.NullMarked;
