package network.pokt.mlqos.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import network.pokt.mlqos.inference.TokenUsage;
import org.junit.jupiter.api.Test;

class BudgetMeterTest {

    private static final Rate RATE =
            new Rate("USD", new BigDecimal("0.001"), new BigDecimal("3"), new BigDecimal("15"));

    @Test
    void many_threads_never_spend_a_cent_too_much() throws Exception {
        BigDecimal limit = new BigDecimal("2");
        for (int run = 0; run < 50; run++) {
            BudgetMeter meter = new BudgetMeter(Budget.builder().cost(limit).build());
            ExecutorService threads = Executors.newFixedThreadPool(16);
            List<Future<Spend>> parts = new ArrayList<>();
            for (int thread = 0; thread < 16; thread++) {
                long seed = run * 100L + thread;
                parts.add(threads.submit(() -> spend(meter, new SplittableRandom(seed))));
            }
            Spend all = Spend.NONE;
            for (Future<Spend> part : parts) {
                all = all.plus(part.get());
            }
            threads.shutdown();

            BigDecimal cost = RATE.cost(all.relays(), all.promptTokens(), all.completionTokens());
            assertThat(cost).as("run %d", run).isLessThanOrEqualTo(limit).isGreaterThan(new BigDecimal("1.9"));
        }
    }

    private static Spend spend(BudgetMeter meter, SplittableRandom random) {
        Spend spent = Spend.NONE;
        long prompt = 1 + random.nextInt(1_000);
        while (meter.tryReserve(RATE, prompt, 2_000)) {
            long completion = random.nextInt(2_000);
            meter.settle(RATE, prompt, 2_000, prompt, completion);
            spent = spent.plus(new Spend(1, prompt, completion));
            prompt = 1 + random.nextInt(1_000);
        }
        return spent;
    }

    @Test
    void what_was_reserved_and_not_used_comes_back() {
        BudgetMeter meter = new BudgetMeter(Budget.builder().tokens(100).build());

        assertThat(meter.tryReserve(RATE, 40, 60)).isTrue();
        assertThat(meter.tryReserve(RATE, 1, 0)).isFalse();
        meter.settle(RATE, 40, 60, 40, 10);

        assertThat(meter.tryReserve(RATE, 25, 25)).isTrue();
        assertThat(meter.tryReserve(RATE, 1, 0)).isFalse();
    }

    @Test
    void a_relay_that_was_never_sent_costs_nothing() {
        BudgetMeter meter = new BudgetMeter(
                Budget.builder().relays(1).cost(new BigDecimal("0.001")).build());

        assertThat(meter.tryReserve(RATE, 0, 0)).isTrue();
        meter.release(RATE, 0, 0);

        assertThat(meter.tryReserve(RATE, 0, 0)).isTrue();
        assertThat(meter.tryReserve(RATE, 0, 0)).isFalse();
    }

    @Test
    void a_bill_above_the_ceiling_settles_at_the_ceiling() {
        BudgetMeter meter = new BudgetMeter(Budget.builder().tokens(100).build());

        meter.tryReserve(RATE, 10, 40);
        meter.settle(RATE, 10, 40, 10, 1_000_000);

        assertThat(meter.tryReserve(RATE, 0, 50)).isTrue();
    }

    @Test
    void what_was_spent_before_counts() {
        BudgetMeter meter = new BudgetMeter(Budget.builder().relays(10).build());
        meter.spentBefore(RATE, new Spend(9, 0, 0));

        assertThat(meter.tryReserve(RATE, 0, 0)).isTrue();
        assertThat(meter.tryReserve(RATE, 0, 0)).isFalse();
    }

    @Test
    void a_reservation_gives_back_what_was_not_used() {
        BudgetMeter meter = new BudgetMeter(
                Budget.builder().cost(new BigDecimal("0.01")).tokens(1_000).build());
        Reservation reservation = meter.reserve(quote(100, 500)).orElseThrow();
        assertThat(meter.cost()).isEqualByComparingTo("0.0088");
        assertThat(meter.tokens()).isEqualTo(600);
        assertThat(meter.reserve(quote(100, 500))).isEmpty();

        reservation.settle(TokenUsage.of(100, 20));

        assertThat(meter.cost()).isEqualByComparingTo("0.0016");
        assertThat(meter.tokens()).isEqualTo(120);
        assertThat(meter.relays()).isEqualTo(1);
        assertThat(meter.reserve(quote(100, 460))).isPresent();
    }

    @Test
    void a_reservation_ends_once() {
        BudgetMeter meter = new BudgetMeter(Budget.builder().tokens(100).build());
        Reservation settled = meter.reserve(quote(10, 10)).orElseThrow();
        settled.settle(TokenUsage.of(10, 1_000_000));
        assertThat(meter.tokens()).isEqualTo(20);

        assertThatIllegalStateException().isThrownBy(settled::release);
        assertThatIllegalStateException().isThrownBy(() -> settled.settle(TokenUsage.of(0, 0)));

        meter.reserve(quote(10, 10)).orElseThrow().release();
        assertThat(meter.tokens()).isEqualTo(20);
        assertThat(meter.relays()).isEqualTo(1);
    }

    @Test
    void money_of_two_currencies_is_not_added_up() {
        BudgetMeter limited =
                new BudgetMeter(Budget.builder().cost(BigDecimal.ONE).build());
        limited.tryReserve(RATE, 1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limited.tryReserve(Rate.free("uPOKT"), 1, 1))
                .withMessageContaining("uPOKT");

        BudgetMeter unlimited = new BudgetMeter(Budget.unlimited());
        assertThat(unlimited.tryReserve(RATE, 1, 1)).isTrue();
        assertThat(unlimited.tryReserve(Rate.free("uPOKT"), 1, 1)).isTrue();
    }

    private static Quote quote(long prompt, long ceiling) {
        return Quote.of(
                ModelPrice.of(RATE), CountRange.exactly(prompt), true, new CountRange(0, 0, ceiling), Optional.empty());
    }
}
