package network.pokt.mlqos.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import network.pokt.mlqos.inference.TokenUsage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 64 threads that quote, reserve, answer, fail and settle at once, with their own books beside the meter's. */
class BudgetCrowdTest {

    private static final int THREADS = 64;
    private static final long SEED = 20260105;

    /** A price whose cents add up exactly in whole billionths, so that the test's own books are integers. */
    private static final ModelPrice PRICE =
            ModelPrice.of(new Rate("USD", new BigDecimal("0.000001"), new BigDecimal("3"), new BigDecimal("15")));

    @Test
    void a_crowd_never_spends_a_cent_too_much() throws Exception {
        run(100);
    }

    @Test
    @Tag("long")
    void a_crowd_never_spends_a_cent_too_much_in_ten_thousand_runs() throws Exception {
        run(10_000);
    }

    private static void run(int runs) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            SplittableRandom random = new SplittableRandom(SEED);
            for (int run = 0; run < runs; run++) {
                Crowd crowd = new Crowd(10_000_000 + random.nextInt(90_000_000));
                List<Future<?>> parts = new ArrayList<>();
                for (int thread = 0; thread < THREADS; thread++) {
                    SplittableRandom own = random.split();
                    parts.add(threads.submit(() -> {
                        crowd.start.await();
                        crowd.spend(own);
                        return null;
                    }));
                }
                crowd.start.countDown();
                for (Future<?> part : parts) {
                    part.get();
                }
                crowd.check("run " + run + ", seed " + SEED);
            }
        } finally {
            threads.shutdown();
        }
    }

    private static final class Crowd {

        final CountDownLatch start = new CountDownLatch(1);
        private final long limit;
        private final BudgetMeter meter;
        private final AtomicLong atRisk = new AtomicLong();
        private final AtomicLong mostAtRisk = new AtomicLong();
        private final AtomicLong spent = new AtomicLong();
        private final AtomicLong calls = new AtomicLong();

        Crowd(long billionths) {
            limit = billionths;
            meter = new BudgetMeter(Budget.builder()
                    .cost(BigDecimal.valueOf(billionths, 9))
                    .tokens(Long.MAX_VALUE)
                    .build());
        }

        /** Calls until the money is gone; what may be lost at any moment is written down inside of what is reserved. */
        void spend(SplittableRandom random) {
            while (true) {
                long prompt = random.nextInt(1, 40);
                long ceiling = random.nextInt(1, 60);
                Optional<Reservation> reserved = meter.reserve(quote(prompt, ceiling));
                if (reserved.isEmpty()) {
                    return;
                }
                long most = billionths(prompt, ceiling);
                mostAtRisk.accumulateAndGet(atRisk.addAndGet(most), Math::max);
                if (random.nextInt(10) == 0) {
                    atRisk.addAndGet(-most);
                    reserved.get().release();
                    continue;
                }
                long written = random.nextInt(0, 80);
                long paid = billionths(prompt, Math.min(written, ceiling));
                atRisk.addAndGet(paid - most);
                spent.addAndGet(paid);
                calls.incrementAndGet();
                reserved.get().settle(TokenUsage.of(prompt, written));
            }
        }

        void check(String run) {
            assertThat(mostAtRisk.get()).as(run).isLessThanOrEqualTo(limit);
            assertThat(spent.get()).as(run).isLessThanOrEqualTo(limit);
            assertThat(meter.cost()).as(run).isEqualByComparingTo(BigDecimal.valueOf(spent.get(), 9));
            assertThat(meter.relays()).as(run).isEqualTo(calls.get());
            // No call that still fits was refused for what others had given back: less than one call per thread is
            // left.
            assertThat(limit - spent.get()).as(run).isLessThan(THREADS * billionths(40, 60));
        }

        private static Quote quote(long prompt, long ceiling) {
            return Quote.of(
                    PRICE, CountRange.exactly(prompt), true, new CountRange(0, ceiling / 2, ceiling), Optional.empty());
        }

        private static long billionths(long prompt, long completion) {
            return 1_000 + 3_000 * prompt + 15_000 * completion;
        }
    }
}
