package network.pokt.mlqos.price;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * What Pocket Network's Shannon protocol makes of compute units: the cost of a relay, its claim, and who is paid from it.
 * All amounts are in uPOKT (a millionth of a POKT) and exact; only what the chain cuts off is cut off.
 *
 * <p>A relay costs the compute units that its service declares, whatever it carries: the chain knows no tokens.
 *
 * <p>Source: poktroll, {@code pkg/relayer/proxy/relay_meter.go}, {@code x/proof/types/claim.go} and {@code
 * x/tokenomics/token_logic_module}.
 *
 * @param computeUnitsToTokensMultiplier the price of a compute unit in units of 1 / {@code granularity} uPOKT, at least 1
 * @param granularity how many parts of a uPOKT the multiplier counts: a power of ten
 * @param mintRatio what is minted for each uPOKT that an application burns, within 0 to 1
 * @param supplierShare the suppliers' part of what is minted
 * @param proposerShare the part of the validator that proposes the block
 * @param sourceOwnerShare the part of the service's owner
 * @param daoShare the part of the network's treasury; the four shares sum up to 1
 */
public record ShannonTokenomics(
        long computeUnitsToTokensMultiplier,
        long granularity,
        BigDecimal mintRatio,
        BigDecimal supplierShare,
        BigDecimal proposerShare,
        BigDecimal sourceOwnerShare,
        BigDecimal daoShare) {

    /** The most compute units that a service may declare for a relay ({@code x/shared/types/service.go}). */
    public static final long MAX_COMPUTE_UNITS_PER_RELAY = 2L << 20;

    public ShannonTokenomics {
        if (computeUnitsToTokensMultiplier < 1 || granularity < 1 || !powerOfTen(granularity)) {
            throw new IllegalArgumentException("A price of " + computeUnitsToTokensMultiplier + "/" + granularity
                    + " uPOKT per compute unit cannot be, give a multiplier of at least 1 and a power of ten.");
        }
        BigDecimal shares = requireShare("supplier share", supplierShare)
                .add(requireShare("proposer share", proposerShare))
                .add(requireShare("source owner share", sourceOwnerShare))
                .add(requireShare("DAO share", daoShare));
        if (shares.compareTo(BigDecimal.ONE) != 0) {
            throw new IllegalArgumentException("The shares of what is minted sum up to " + shares.toPlainString()
                    + ", give shares that sum up to 1.");
        }
        requireShare("mint ratio", mintRatio);
    }

    /**
     * Returns the parameters that poktroll's repository recorded for mainnet ({@code tools/scripts/params/bulk_params_main}):
     * 0.14599 uPOKT per compute unit, 0.975 minted per burned, 0.79 of it for suppliers. The live chain may differ.
     */
    public static ShannonTokenomics recordedMainnet() {
        return new ShannonTokenomics(
                145_990,
                1_000_000,
                new BigDecimal("0.975"),
                new BigDecimal("0.79"),
                new BigDecimal("0.14"),
                new BigDecimal("0.025"),
                new BigDecimal("0.045"));
    }

    /** Returns the same network with another price of a compute unit. */
    public ShannonTokenomics withMultiplier(long multiplier) {
        return new ShannonTokenomics(
                multiplier, granularity, mintRatio, supplierShare, proposerShare, sourceOwnerShare, daoShare);
    }

    /** Returns the same network with another ratio of what is minted to what is burned. */
    public ShannonTokenomics withMintRatio(BigDecimal ratio) {
        return new ShannonTokenomics(
                computeUnitsToTokensMultiplier,
                granularity,
                ratio,
                supplierShare,
                proposerShare,
                sourceOwnerShare,
                daoShare);
    }

    /** Returns the same network with another share for suppliers, the treasury taking or giving the difference. */
    public ShannonTokenomics withSupplierShare(BigDecimal share) {
        return new ShannonTokenomics(
                computeUnitsToTokensMultiplier,
                granularity,
                mintRatio,
                share,
                proposerShare,
                sourceOwnerShare,
                daoShare.add(supplierShare).subtract(share));
    }

    /** Returns the exact cost of so many compute units in uPOKT. */
    public BigDecimal cost(long computeUnits) {
        if (computeUnits < 0) {
            throw new IllegalArgumentException("Compute units cannot be negative, got " + computeUnits + ".");
        }
        return BigDecimal.valueOf(computeUnits)
                .multiply(BigDecimal.valueOf(computeUnitsToTokensMultiplier))
                .divide(BigDecimal.valueOf(granularity));
    }

    /** Returns the whole uPOKT that a relay miner counts against an application's stake for one relay: the rest is cut off. */
    public long meteredUpokt(long computeUnitsPerRelay) {
        return cost(computeUnitsPerRelay).setScale(0, RoundingMode.DOWN).longValueExact();
    }

    /**
     * Returns the whole uPOKT of a claim: the mined compute units, scaled up by the relay mining difficulty, priced, and cut
     * off only then.
     *
     * @param claimedComputeUnits the compute units of the relays that were mined
     * @param targetHash the difficulty as an unsigned 256-bit number, at least 1; all ones takes every relay
     */
    public BigInteger claimUpokt(long claimedComputeUnits, BigInteger targetHash) {
        if (claimedComputeUnits < 0 || targetHash.signum() <= 0 || targetHash.bitLength() > 256) {
            throw new IllegalArgumentException("A claim of " + claimedComputeUnits + " compute units at the target "
                    + targetHash.toString(16) + " cannot be, give 0 or more and a target of 1 to 256 bits.");
        }
        BigInteger all = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);
        return BigInteger.valueOf(claimedComputeUnits)
                .multiply(all)
                .multiply(BigInteger.valueOf(computeUnitsToTokensMultiplier))
                .divide(targetHash.multiply(BigInteger.valueOf(granularity)));
    }

    /** Returns the rate of a service in uPOKT: so many compute units per relay, nothing per token. */
    public Rate rate(long computeUnitsPerRelay) {
        return new Rate("uPOKT", cost(computeUnitsPerRelay), BigDecimal.ZERO, BigDecimal.ZERO);
    }

    private static BigDecimal requireShare(String what, BigDecimal share) {
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("The " + what + " must be within 0 to 1, got " + share + ".");
        }
        return share;
    }

    private static boolean powerOfTen(long number) {
        long rest = number;
        while (rest % 10 == 0) {
            rest /= 10;
        }
        return rest == 1;
    }
}
