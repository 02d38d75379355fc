package network.pokt.mlqos.architecture.broken.time;

import network.pokt.mlqos.architecture.broken.stats.LooksDownwards;

/** A room that sees the room above it. */
public record LooksUpwards(LooksDownwards above) {}
