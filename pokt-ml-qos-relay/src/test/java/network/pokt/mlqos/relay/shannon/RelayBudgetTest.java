package network.pokt.mlqos.relay.shannon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import network.pokt.mlqos.relay.shannon.message.SharedParams;
import org.junit.jupiter.api.Test;

class RelayBudgetTest {

    /** Main network: 20 blocks, windows of 11, 10, 1 and 10 blocks, 0.14599 uPOKT a compute unit. */
    private static final SharedParams MAIN = new SharedParams(20, 10, 11, 10, 1, 10, 145_990, 1_000_000, 1, 1);

    @Test
    void a_relay_of_1000_compute_units_costs_145_upokt_on_the_main_network() {
        assertThat(RelayBudget.of(BigInteger.TEN, 50, MAIN, 1_000).relayCost()).isEqualTo(145);
    }

    @Test
    void the_stake_is_divided_among_suppliers_and_sessions_that_are_not_settled() {
        // 32 blocks to settle are 2 sessions, and one is under way: 1,000 POKT / 50 / 3.
        RelayBudget budget = RelayBudget.of(BigInteger.valueOf(1_000_000_000), 50, MAIN, 1_000);

        assertThat(budget.perSupplier()).isEqualTo(6_666_666);
        assertThat(budget.relays()).isEqualTo(6_666_666 / 145);
    }

    @Test
    void relays_below_the_smallest_coin_are_unlimited() {
        assertThat(RelayBudget.of(BigInteger.ONE, 50, MAIN, 6).relays()).isEqualTo(RelayBudget.UNLIMITED);
        assertThat(RelayBudget.of(BigInteger.ONE, 50, MAIN, 7).relays()).isZero();
    }

    @Test
    void parameters_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> RelayBudget.of(BigInteger.ONE, 0, MAIN, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ask another full node");
    }
}
