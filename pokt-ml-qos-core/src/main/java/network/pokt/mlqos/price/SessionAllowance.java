package network.pokt.mlqos.price;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * How much of an application's stake one supplier of a session can count on, and so how many relays it will serve.
 *
 * <p>A stake is shared by the suppliers of a session, and by the sessions whose claims are not settled yet. The relay miner
 * keeps one session more in reserve than settlement guarantees. All amounts are whole uPOKT, cut off as the protocol does.
 *
 * <p>Source: poktroll, {@code pkg/relayer/proxy/relay_meter.go} and {@code x/tokenomics/keeper/settlement_context.go}.
 *
 * @param stakeUpokt the application's stake, at least 0
 * @param suppliersPerSession suppliers that share it, at least 1
 * @param blocksPerSession at least 1
 * @param settlementBlocks the blocks from a session's end to its settlement: the sum of the offsets of claim window open and
 *     close and proof window open and close, at least 0
 */
public record SessionAllowance(
        BigInteger stakeUpokt, long suppliersPerSession, long blocksPerSession, long settlementBlocks) {

    public SessionAllowance {
        if (stakeUpokt.signum() < 0 || suppliersPerSession < 1 || blocksPerSession < 1 || settlementBlocks < 0) {
            throw new IllegalArgumentException("A stake of " + stakeUpokt + " uPOKT for " + suppliersPerSession
                    + " suppliers, " + blocksPerSession + " blocks per session and " + settlementBlocks
                    + " blocks to settlement cannot be, give at least 0, 1, 1 and 0.");
        }
    }

    /** Returns how many sessions of one application wait for settlement at most. */
    public long pendingSessions() {
        return -Math.floorDiv(-settlementBlocks, blocksPerSession);
    }

    /** Returns what a relay miner lets an application use up in one session. */
    public BigInteger meterUpokt() {
        return perSupplier().divide(BigInteger.valueOf(Math.addExact(pendingSessions(), 1)));
    }

    /**
     * Returns what settlement pays one supplier at least if its claim is that large.
     *
     * @param claimingSuppliers suppliers of the session that claim, 1 to {@link #suppliersPerSession()}
     */
    public BigInteger settlementUpokt(long claimingSuppliers) {
        if (claimingSuppliers < 1 || claimingSuppliers > suppliersPerSession) {
            throw new IllegalArgumentException("Of " + suppliersPerSession + " suppliers " + claimingSuppliers
                    + " cannot claim, give 1 to " + suppliersPerSession + ".");
        }
        return stakeUpokt
                .divide(BigInteger.valueOf(Math.max(1, pendingSessions())))
                .divide(BigInteger.valueOf(claimingSuppliers));
    }

    /** Returns how many relays of such a service a relay miner serves an application in one session. */
    public long relays(ShannonTokenomics network, long computeUnitsPerRelay) {
        long metered = network.meteredUpokt(computeUnitsPerRelay);
        if (metered == 0) {
            throw new IllegalArgumentException(
                    "A relay of " + computeUnitsPerRelay + " compute units costs "
                            + plain(network.cost(computeUnitsPerRelay))
                            + " uPOKT, which the meter cuts off to 0 so that nothing bounds the relays: declare more compute units.");
        }
        return meterUpokt()
                .divide(BigInteger.valueOf(metered))
                .min(BigInteger.valueOf(Long.MAX_VALUE))
                .longValueExact();
    }

    private BigInteger perSupplier() {
        return stakeUpokt.divide(BigInteger.valueOf(suppliersPerSession));
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }
}
