package network.pokt.mlqos.relay.supplier.stake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;
import network.pokt.mlqos.price.MintBurnModel;

/**
 * What a supplier ties up, earns and has to serve so that it covers its costs, by {@link MintBurnModel} and its assumptions. All
 * amounts are in US dollars at the model's price of POKT, exact up to 18 digits. An estimate, not a promise: the number of
 * relays is the caller's guess.
 *
 * @param stakeUsd the worth of the stake
 * @param incomePerDayUsd what the operator keeps of a day's relays, before costs
 * @param profitPerDayUsd that less the costs of a day, often negative
 * @param breakEvenRelaysPerDay how many relays a day cover the costs; empty if no number does
 * @param breakEvenComputeUnits how many compute units per relay would cover the costs at the given number of relays; empty if
 *     no permitted number does
 * @param stakeReturnDays after how many days the profit equals the stake; empty without profit
 */
public record StakeEstimate(
        BigDecimal stakeUsd,
        BigDecimal incomePerDayUsd,
        BigDecimal profitPerDayUsd,
        OptionalLong breakEvenRelaysPerDay,
        OptionalLong breakEvenComputeUnits,
        Optional<BigDecimal> stakeReturnDays) {

    private static final int SCALE = 18;

    /**
     * Estimates a plan.
     *
     * @param relaysPerDay how many relays are served and paid a day, at least 1
     * @param usdPerDay what the machine costs a day whether or not it serves, at least 0
     * @param ownPercent the operator's own part of the supplier's income, 1 to 100
     */
    public static StakeEstimate of(
            StakePlan plan, MintBurnModel model, long relaysPerDay, BigDecimal usdPerDay, int ownPercent) {
        FieldRules.require(relaysPerDay >= 1, "An estimate needs 1 relay a day at least, got " + relaysPerDay + ".");
        FieldRules.require(usdPerDay.signum() >= 0, "The costs of a day are at least 0, got $ " + usdPerDay + ".");
        FieldRules.percent(Integer.toString(ownPercent));
        BigDecimal share = BigDecimal.valueOf(ownPercent, 2);
        BigDecimal relays = BigDecimal.valueOf(relaysPerDay);
        BigDecimal perRelay =
                model.supplierUsd(plan.listing().computeUnitsPerRelay()).multiply(share);
        BigDecimal income = perRelay.multiply(relays);
        BigDecimal profit = income.subtract(usdPerDay);
        BigDecimal stake =
                model.usd(BigDecimal.valueOf(plan.supplier().stakeUpokt().orElse(0)));
        return new StakeEstimate(
                stake,
                income,
                profit,
                perRelay.signum() == 0
                        ? OptionalLong.empty()
                        : OptionalLong.of(usdPerDay
                                .divide(perRelay, 0, RoundingMode.CEILING)
                                .longValueExact()),
                model.computeUnitsToCover(usdPerDay.divide(relays, SCALE, RoundingMode.CEILING), share),
                profit.signum() <= 0 ? Optional.empty() : Optional.of(stake.divide(profit, 1, RoundingMode.CEILING)));
    }
}
