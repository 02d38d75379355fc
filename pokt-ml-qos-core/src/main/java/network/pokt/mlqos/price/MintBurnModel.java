package network.pokt.mlqos.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;

/**
 * Burn and mint for given network parameters and a given price of POKT: what a load of relays burns, mints and pays, and how
 * many compute units a service has to declare so that its suppliers earn what a relay costs them.
 *
 * <p>Taken as given: that applications buy what they burn at the given price, and that the price does not answer to it. Left
 * out: claims that are not proven, relays beyond an application's stake, inflation per claim (1e-6 of the claim in the
 * recorded parameters) and the rounding of single claims to whole uPOKT.
 *
 * <pre>{@code
 * MintBurnModel model = new MintBurnModel(ShannonTokenomics.recordedMainnet(), new BigDecimal("0.01"));
 * model.computeUnitsToCover(new BigDecimal("0.0004"), BigDecimal.ONE);     // per relay that costs a supplier $ 0.0004
 * }</pre>
 *
 * @param network the parameters of the chain
 * @param usdPerPokt the price of a POKT in US dollars, above 0
 */
public record MintBurnModel(ShannonTokenomics network, BigDecimal usdPerPokt) {

    private static final BigDecimal UPOKT_PER_POKT = new BigDecimal("1000000");

    /** Digits of a division that need not end; money is compared in cents of millions. */
    private static final int SCALE = 18;

    public MintBurnModel {
        if (usdPerPokt.signum() <= 0) {
            throw new IllegalArgumentException("A POKT must cost more than 0, got $ " + usdPerPokt + ".");
        }
    }

    /** Returns the same network at another price of POKT. */
    public MintBurnModel withUsdPerPokt(BigDecimal price) {
        return new MintBurnModel(network, price);
    }

    /** Returns this price on another network. */
    public MintBurnModel withNetwork(ShannonTokenomics other) {
        return new MintBurnModel(other, usdPerPokt);
    }

    /** Returns what so many settled compute units burn, mint and pay. */
    public MintBurn of(long computeUnits) {
        BigDecimal burned = network.cost(computeUnits);
        BigDecimal minted = burned.multiply(network.mintRatio());
        return new MintBurn(
                burned,
                minted,
                minted.multiply(network.supplierShare()),
                minted.multiply(network.proposerShare()),
                minted.multiply(network.sourceOwnerShare()),
                minted.multiply(network.daoShare()));
    }

    /** Returns the worth of an amount of uPOKT in dollars, exact. */
    public BigDecimal usd(BigDecimal upokt) {
        return upokt.divide(UPOKT_PER_POKT).multiply(usdPerPokt);
    }

    /** Returns what the application pays for one relay, in dollars. */
    public BigDecimal applicationUsd(long computeUnitsPerRelay) {
        return usd(network.cost(computeUnitsPerRelay));
    }

    /** Returns what the supplier, its delegators included, earns for one relay, in dollars. */
    public BigDecimal supplierUsd(long computeUnitsPerRelay) {
        return usd(of(computeUnitsPerRelay).suppliers());
    }

    /**
     * Returns the fewest compute units per relay at which an operator's income covers its cost.
     *
     * @param usdPerRelay what a relay costs the operator on average, at least 0
     * @param revenueShare the operator's own part of the supplier's income, above 0 and at most 1
     * @return at least 1; empty if a service may not declare as many ({@link
     *     ShannonTokenomics#MAX_COMPUTE_UNITS_PER_RELAY})
     */
    public OptionalLong computeUnitsToCover(BigDecimal usdPerRelay, BigDecimal revenueShare) {
        if (usdPerRelay.signum() < 0 || revenueShare.signum() <= 0 || revenueShare.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("A cost of $ " + usdPerRelay + " at a revenue share of " + revenueShare
                    + " cannot be covered, give a cost of at least 0 and a share above 0 and at most 1.");
        }
        BigDecimal perUnit = supplierUsd(1).multiply(revenueShare);
        if (perUnit.signum() == 0) {
            return OptionalLong.empty();
        }
        BigDecimal units = usdPerRelay.divide(perUnit, 0, RoundingMode.CEILING).max(BigDecimal.ONE);
        return units.compareTo(BigDecimal.valueOf(ShannonTokenomics.MAX_COMPUTE_UNITS_PER_RELAY)) > 0
                ? OptionalLong.empty()
                : OptionalLong.of(units.longValueExact());
    }

    /**
     * Returns the price of POKT below which a service's suppliers lose money.
     *
     * @param computeUnitsPerRelay what the service declares, at least 1
     * @param usdPerRelay what a relay costs the operator on average, at least 0
     */
    public BigDecimal breakEvenUsdPerPokt(long computeUnitsPerRelay, BigDecimal usdPerRelay) {
        BigDecimal upokt = of(computeUnitsPerRelay).suppliers();
        if (upokt.signum() == 0) {
            throw new IllegalArgumentException("Suppliers earn nothing from " + computeUnitsPerRelay
                    + " compute units with these parameters, so no price of POKT covers a cost.");
        }
        return usdPerRelay.multiply(UPOKT_PER_POKT).divide(upokt, SCALE, RoundingMode.CEILING);
    }
}
