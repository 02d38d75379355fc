package network.pokt.mlqos.lmeh.ifeval;

/** Something that an answer was asked to observe, and that can be checked. Implementations are immutable and thread-safe. */
@FunctionalInterface
public interface Instruction {

    /** Returns whether a response observes this. */
    boolean isFollowedBy(String response);
}
