package network.pokt.mlqos.price;

import java.math.BigDecimal;

/**
 * What a number of compute units does to the supply of tokens and to those who are paid; exact, in uPOKT.
 *
 * @param burned taken from the application's stake
 * @param minted created in its place
 * @param suppliers the part of {@code minted} for suppliers, before they share it with their delegators
 * @param proposer the part of the validator that proposes the block
 * @param sourceOwner the part of the service's owner
 * @param dao the part of the treasury
 */
public record MintBurn(
        BigDecimal burned,
        BigDecimal minted,
        BigDecimal suppliers,
        BigDecimal proposer,
        BigDecimal sourceOwner,
        BigDecimal dao) {

    /** Returns by how much the supply changes: negative where more is burned than minted. */
    public BigDecimal supplyChange() {
        return minted.subtract(burned);
    }
}
