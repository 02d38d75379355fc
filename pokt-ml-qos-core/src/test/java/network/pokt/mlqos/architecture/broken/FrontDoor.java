package network.pokt.mlqos.architecture.broken;

/** What no room may see. */
public final class FrontDoor {}
