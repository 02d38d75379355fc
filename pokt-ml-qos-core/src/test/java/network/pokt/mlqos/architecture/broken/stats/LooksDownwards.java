package network.pokt.mlqos.architecture.broken.stats;

import network.pokt.mlqos.architecture.broken.time.LooksUpwards;

/** A room that sees the room below it, as it may; with the other it closes a cycle. */
public record LooksDownwards(Class<LooksUpwards> below) {}
