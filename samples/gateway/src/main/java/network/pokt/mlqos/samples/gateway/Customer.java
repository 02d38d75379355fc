package network.pokt.mlqos.samples.gateway;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import network.pokt.mlqos.inference.TokenUsage;
import network.pokt.mlqos.price.Budget;
import network.pokt.mlqos.price.BudgetMeter;
import network.pokt.mlqos.price.Rate;
import network.pokt.mlqos.time.TimeSource;

/** The holder of a key: how fast it may ask and how much it may spend a day. Thread-safe. */
final class Customer {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final String name;
    private final RateLimiter limiter;
    private final Budget budget;
    private final Rate rate;
    private final TimeSource time;
    private LocalDate day = LocalDate.EPOCH;
    private BudgetMeter meter;

    Customer(String name, int requestsPerSecond, Budget budget, Rate rate, TimeSource time) {
        this.name = name;
        this.limiter = RateLimiter.of(
                name,
                RateLimiterConfig.custom()
                        .limitForPeriod(requestsPerSecond)
                        .limitRefreshPeriod(SECOND)
                        .timeoutDuration(Duration.ZERO)
                        .build());
        this.budget = budget;
        this.rate = rate;
        this.time = time;
        this.meter = new BudgetMeter(budget);
    }

    String name() {
        return name;
    }

    Budget budget() {
        return budget;
    }

    /** Returns what counts today; days are those of UTC. */
    synchronized BudgetMeter today() {
        LocalDate now = LocalDate.ofInstant(time.now(), ZoneOffset.UTC);
        if (!now.equals(day)) {
            day = now;
            meter = new BudgetMeter(budget);
        }
        return meter;
    }

    /** Takes one request of the rate. */
    void take() {
        if (!limiter.acquirePermission()) {
            throw ApiException.tooFast(SECOND);
        }
    }

    /** Sets aside the most that a request may cost. */
    Hold hold(ClientRequest request) {
        BudgetMeter meterOfToday = today();
        if (!meterOfToday.tryReserve(rate, request.promptCeiling(), request.completionCeiling())) {
            throw ApiException.outOfBudget();
        }
        return new Hold(meterOfToday, rate, request);
    }

    /** What is set aside for one request, to be settled once. */
    record Hold(BudgetMeter meter, Rate rate, ClientRequest request) {

        /** Returns what is charged: never more than was set aside, whatever a node claims. */
        TokenUsage settle(TokenUsage claimed) {
            TokenUsage charged = TokenUsage.of(
                    Math.min(claimed.promptTokens(), request.promptCeiling()),
                    Math.min(claimed.completionTokens(), request.completionCeiling()));
            meter.settle(
                    rate,
                    request.promptCeiling(),
                    request.completionCeiling(),
                    charged.promptTokens(),
                    charged.completionTokens());
            return charged;
        }
    }
}
