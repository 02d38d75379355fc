package network.pokt.mlqos.lmeh.coverage;

/**
 * What was found about a task.
 *
 * @param task the task's name
 * @param verdict whether it runs, or what it lacks
 * @param detail what exactly, in a sentence; empty if it runs
 */
public record Finding(String task, Verdict verdict, String detail) {}
