package network.pokt.mlqos.profile;

import java.time.Instant;

/**
 * What a window keeps of one sample.
 *
 * @param item the document's index in the task, from 0
 * @param at when it was concluded, to the second
 * @param score the task's first measure, 0 if it failed
 * @param failed whether it failed, and not by our fault
 */
public record ItemScore(int item, Instant at, double score, boolean failed) {}
