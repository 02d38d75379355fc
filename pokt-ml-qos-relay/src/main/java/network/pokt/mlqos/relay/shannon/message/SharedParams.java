package network.pokt.mlqos.relay.shannon.message;

/**
 * What the whole chain agrees on ({@code pocket.shared.Params}, without the unbonding periods); numbers of blocks but for the
 * two of compute units and the anchor's session number.
 *
 * @param computeUnitsToTokensMultiplier what a compute unit costs, in upokt divided by {@code computeUnitCostGranularity}
 * @param sessionGridAnchorHeight where the grid of sessions begins; 0 or less means at block 1
 * @param sessionNumberAtAnchor the number of the session that begins there
 */
public record SharedParams(
        long numBlocksPerSession,
        long gracePeriodEndOffsetBlocks,
        long claimWindowOpenOffsetBlocks,
        long claimWindowCloseOffsetBlocks,
        long proofWindowOpenOffsetBlocks,
        long proofWindowCloseOffsetBlocks,
        long computeUnitsToTokensMultiplier,
        long computeUnitCostGranularity,
        long sessionGridAnchorHeight,
        long sessionNumberAtAnchor) {

    ProtoWriter wire() {
        return new ProtoWriter()
                .varint(1, numBlocksPerSession)
                .varint(2, gracePeriodEndOffsetBlocks)
                .varint(3, claimWindowOpenOffsetBlocks)
                .varint(4, claimWindowCloseOffsetBlocks)
                .varint(5, proofWindowOpenOffsetBlocks)
                .varint(6, proofWindowCloseOffsetBlocks)
                .varint(9, computeUnitsToTokensMultiplier)
                .varint(11, computeUnitCostGranularity)
                .varint(12, sessionGridAnchorHeight)
                .varint(13, sessionNumberAtAnchor);
    }

    static SharedParams read(ProtoReader in) {
        // One slot per field number, up to the highest that is read.
        long[] values = new long[14];
        while (in.next()) {
            if (in.field() < values.length) {
                values[in.field()] = in.varint();
            } else {
                in.skip();
            }
        }
        return new SharedParams(
                values[1],
                values[2],
                values[3],
                values[4],
                values[5],
                values[6],
                values[9],
                values[11],
                values[12],
                values[13]);
    }
}
