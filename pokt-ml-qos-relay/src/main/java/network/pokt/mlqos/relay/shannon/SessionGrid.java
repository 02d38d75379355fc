package network.pokt.mlqos.relay.shannon;

import network.pokt.mlqos.relay.shannon.message.SharedParams;

/**
 * How blocks make sessions under the parameters of one height: where a session begins and ends, and for how long it is served.
 *
 * <p>Parameters change, so a session is reasoned about with those of its own height. The arithmetic is that of poktroll
 * ab401edc, {@code x/shared/types/session.go}; all values count blocks.
 */
public final class SessionGrid {

    private final SharedParams params;

    private SessionGrid(SharedParams params) {
        this.params = params;
    }

    /**
     * Returns the grid of these parameters.
     *
     * @throws IllegalArgumentException if sessions would have no block or an offset is negative
     */
    public static SessionGrid of(SharedParams params) {
        if (params.numBlocksPerSession() < 1) {
            throw new IllegalArgumentException("A session has at least one block, the chain says "
                    + params.numBlocksPerSession() + "; ask another full node.");
        }
        if (params.gracePeriodEndOffsetBlocks() < 0) {
            throw new IllegalArgumentException("A grace period cannot be negative, the chain says "
                    + params.gracePeriodEndOffsetBlocks() + "; ask another full node.");
        }
        return new SessionGrid(params);
    }

    /** Returns the first block of the session around {@code height}; 0 before the first block. */
    public long start(long height) {
        if (height <= 0) {
            return 0;
        }
        long anchor = anchor(height);
        return anchor + (height - anchor) / params.numBlocksPerSession() * params.numBlocksPerSession();
    }

    /** Returns the last block of the session around {@code height}; 0 before the first block. */
    public long end(long height) {
        return height <= 0 ? 0 : start(height) + params.numBlocksPerSession() - 1;
    }

    /** Returns the number of the session around {@code height}; 0 before the first block. */
    public long number(long height) {
        if (height <= 0) {
            return 0;
        }
        long anchor = anchor(height);
        long first = anchor == params.sessionGridAnchorHeight() ? Math.max(1, params.sessionNumberAtAnchor()) : 1;
        return first + (height - anchor) / params.numBlocksPerSession();
    }

    /** Returns the last block at which a session that ended at {@code sessionEnd} is still served. */
    public long graceEnd(long sessionEnd) {
        return sessionEnd + params.gracePeriodEndOffsetBlocks();
    }

    private long anchor(long height) {
        long anchor = params.sessionGridAnchorHeight();
        return anchor <= 0 || anchor > height ? 1 : anchor;
    }
}
