package network.pokt.mlqos.relay.shannon;

import java.math.BigInteger;
import network.pokt.mlqos.relay.shannon.message.SharedParams;

/**
 * What one supplier can expect to be paid by one application in one session, and what a relay costs.
 *
 * <p>It is what the relay meter of a miner reckons with (poktroll ab401edc, {@code pkg/relayer/proxy/relay_meter.go}): the
 * application's stake, divided among the suppliers of a session and among the sessions that are not settled yet. A miner
 * refuses what goes beyond, so a client that stops there is never refused for it.
 *
 * @param perSupplier what one supplier may earn in the session, in uPOKT
 * @param relayCost what a relay costs, in uPOKT, rounded down; 0 if it is less than one
 */
public record RelayBudget(BigInteger perSupplier, BigInteger relayCost) {

    /** What {@link #relays} says when relays cost less than the smallest coin. */
    public static final long UNLIMITED = Long.MAX_VALUE;

    public RelayBudget {
        if (perSupplier.signum() < 0 || relayCost.signum() < 0) {
            throw new IllegalArgumentException(
                    "Budget and cost cannot be negative, got " + perSupplier + " and " + relayCost + " uPOKT.");
        }
    }

    /**
     * Returns the budget of a session.
     *
     * @param stake the application's stake in uPOKT
     * @param suppliersPerSession how many suppliers a session has at most, at least 1
     * @param params the shared parameters of the session's height
     * @param computeUnitsPerRelay what a relay of the service counts
     */
    public static RelayBudget of(
            BigInteger stake, long suppliersPerSession, SharedParams params, long computeUnitsPerRelay) {
        if (suppliersPerSession < 1 || params.numBlocksPerSession() < 1 || params.computeUnitCostGranularity() < 1) {
            throw new IllegalArgumentException(
                    "Suppliers and blocks per session and the cost granularity are at least 1,"
                            + " the chain says " + suppliersPerSession + ", " + params.numBlocksPerSession() + " and "
                            + params.computeUnitCostGranularity() + "; ask another full node.");
        }
        BigInteger perSupplier = stake.divide(BigInteger.valueOf(suppliersPerSession))
                .divide(BigInteger.valueOf(unsettledSessions(params) + 1));
        BigInteger cost = BigInteger.valueOf(computeUnitsPerRelay)
                .multiply(BigInteger.valueOf(params.computeUnitsToTokensMultiplier()))
                .divide(BigInteger.valueOf(params.computeUnitCostGranularity()));
        return new RelayBudget(perSupplier, cost);
    }

    /** How many sessions wait for their settlement at any time: the blocks that this takes, in sessions, rounded up. */
    private static long unsettledSessions(SharedParams params) {
        long blocks = params.claimWindowOpenOffsetBlocks()
                + params.claimWindowCloseOffsetBlocks()
                + params.proofWindowOpenOffsetBlocks()
                + params.proofWindowCloseOffsetBlocks();
        return (blocks + params.numBlocksPerSession() - 1) / params.numBlocksPerSession();
    }

    /** Returns how many relays the budget pays for, {@link #UNLIMITED} if they cost nothing. */
    public long relays() {
        if (relayCost.signum() == 0) {
            return UNLIMITED;
        }
        return perSupplier.divide(relayCost).min(BigInteger.valueOf(UNLIMITED)).longValue();
    }
}
