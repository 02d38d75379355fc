package network.pokt.mlqos.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class ShannonTest {

    private static final ShannonTokenomics MAINNET = ShannonTokenomics.recordedMainnet();
    private static final BigInteger EVERY_RELAY = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);

    @Test
    void a_relay_of_a_thousand_units_costs_145_99_and_is_metered_at_145() {
        assertThat(MAINNET.cost(1_000)).isEqualByComparingTo("145.99");
        assertThat(MAINNET.meteredUpokt(1_000)).isEqualTo(145);
        assertThat(MAINNET.rate(1_000).cost(3, 1_000_000, 1_000_000)).isEqualByComparingTo("437.97");
        assertThat(MAINNET.meteredUpokt(1)).isZero();
        assertThat(MAINNET.cost(1)).isEqualByComparingTo("0.14599");
    }

    @Test
    void a_claim_is_cut_off_only_at_the_end() {
        assertThat(MAINNET.claimUpokt(1_000_003, EVERY_RELAY)).isEqualTo(145_990);
        assertThat(MAINNET.claimUpokt(7, EVERY_RELAY)).isEqualTo(1);
    }

    /** Powers of two as targets, and what the integer part of (2^256 - 1) / target makes of a claim. */
    @Test
    void a_claim_grows_with_the_difficulty() {
        BigInteger half = BigInteger.ONE.shiftLeft(255).subtract(BigInteger.ONE);
        ShannonTokenomics one = MAINNET.withMultiplier(1_000_000);

        assertThat(one.claimUpokt(10, half)).isEqualTo(20);
        assertThat(one.claimUpokt(1, BigInteger.ONE)).isEqualTo(EVERY_RELAY);
        assertThatIllegalArgumentException().isThrownBy(() -> one.claimUpokt(1, BigInteger.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> one.claimUpokt(1, EVERY_RELAY.add(BigInteger.ONE)));
    }

    /** 1,000 POKT for 50 suppliers; 9 blocks to settlement in sessions of 4 leave 3 sessions pending. */
    @Test
    void a_session_serves_what_its_part_of_the_stake_pays_for() {
        SessionAllowance session = new SessionAllowance(BigInteger.valueOf(1_000_000_000), 50, 4, 9);

        assertThat(session.pendingSessions()).isEqualTo(3);
        assertThat(session.meterUpokt()).isEqualTo(5_000_000);
        assertThat(session.settlementUpokt(50)).isEqualTo(6_666_666);
        assertThat(session.settlementUpokt(1)).isEqualTo(333_333_333);
        assertThat(session.relays(MAINNET, 1_000)).isEqualTo(5_000_000 / 145);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.relays(MAINNET, 6))
                .withMessageContaining("cuts off to 0");
    }

    @Test
    void burn_and_mint_are_exact_and_nothing_gets_lost_between_the_shares() {
        MintBurn flow = new MintBurnModel(MAINNET, new BigDecimal("0.01")).of(1_000);

        assertThat(flow.burned()).isEqualByComparingTo("145.99");
        assertThat(flow.minted()).isEqualByComparingTo("142.34025");
        assertThat(flow.suppliers()).isEqualByComparingTo("112.4487975");
        assertThat(flow.supplyChange()).isEqualByComparingTo("-3.64975");
        assertThat(flow.suppliers().add(flow.proposer()).add(flow.sourceOwner()).add(flow.dao()))
                .isEqualByComparingTo(flow.minted());
    }

    @Test
    void the_units_that_cover_a_cost_are_the_fewest_that_do() {
        MintBurnModel model = new MintBurnModel(MAINNET, new BigDecimal("0.013"));
        for (String cost : new String[] {"0", "0.0000001", "0.00035", "0.0017", "0.002"}) {
            BigDecimal usd = new BigDecimal(cost);
            BigDecimal share = new BigDecimal("0.8");
            long units = model.computeUnitsToCover(usd, share).orElseThrow();

            assertThat(model.supplierUsd(units).multiply(share)).isGreaterThanOrEqualTo(usd);
            if (units > 1) {
                assertThat(model.supplierUsd(units - 1).multiply(share)).isLessThan(usd);
            }
        }
        assertThat(model.computeUnitsToCover(new BigDecimal("0.01"), BigDecimal.ONE))
                .as("more than 2,097,152 units may not be declared")
                .isEmpty();
    }

    @Test
    void at_the_break_even_price_income_is_the_cost() {
        MintBurnModel model = new MintBurnModel(MAINNET, BigDecimal.ONE);
        BigDecimal cost = new BigDecimal("0.0004");

        BigDecimal price = model.breakEvenUsdPerPokt(30_000, cost);

        assertThat(model.withUsdPerPokt(price).supplierUsd(30_000)).isBetween(cost, cost.add(new BigDecimal("1e-15")));
    }

    @Test
    void parameters_that_cannot_be_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> MAINNET.withMultiplier(0));
        assertThatIllegalArgumentException().isThrownBy(() -> MAINNET.withMintRatio(new BigDecimal("1.1")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MAINNET.withSupplierShare(new BigDecimal("0.9")))
                .withMessageContaining("DAO share");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShannonTokenomics(
                        1, 3, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO))
                .withMessageContaining("power of ten");
        assertThatIllegalArgumentException().isThrownBy(() -> new MintBurnModel(MAINNET, BigDecimal.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new SessionAllowance(BigInteger.ONE.negate(), 1, 1, 1));
    }
}
