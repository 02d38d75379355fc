package network.pokt.mlqos.watch;

/**
 * Where the chain stands, for schedules that count blocks or sessions. It is asked at every look at what is due: implementations
 * answer at once, from what was last heard of the chain.
 */
@FunctionalInterface
public interface Chain {

    /** Returns where the chain stands now. */
    Position position();

    /** No chain: height and session stay 0, so that schedules by block or session run once and never again. */
    static Chain none() {
        return () -> new Position(0, 0);
    }

    /**
     * A place on the chain.
     *
     * @param height the block height, 0 or more
     * @param session the number of the session, 0 or more
     */
    record Position(long height, long session) {}
}
