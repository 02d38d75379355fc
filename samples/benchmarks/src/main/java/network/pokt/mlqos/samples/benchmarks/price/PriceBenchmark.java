package network.pokt.mlqos.samples.benchmarks.price;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import network.pokt.mlqos.inference.CompletionRequest;
import network.pokt.mlqos.inference.Prompt;
import network.pokt.mlqos.inference.SamplingParameters;
import network.pokt.mlqos.inference.TokenUsage;
import network.pokt.mlqos.price.Budget;
import network.pokt.mlqos.price.BudgetMeter;
import network.pokt.mlqos.price.ModelPrice;
import network.pokt.mlqos.price.Quote;
import network.pokt.mlqos.price.Quoter;
import network.pokt.mlqos.price.Rate;
import network.pokt.mlqos.price.Reservation;
import network.pokt.mlqos.price.TokenClaim;
import network.pokt.mlqos.price.UsageAudit;
import network.pokt.mlqos.price.UsageCheck;
import network.pokt.mlqos.stats.Bets;
import network.pokt.mlqos.stats.ChangeEvidence;
import network.pokt.mlqos.token.TokenCounter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The parts of a relay that are about money, without the counting of its tokens. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PriceBenchmark {

    private static final ModelPrice PRICE = ModelPrice.of(Rate.perMillionTokens("USD", "0.15", "0.6"));

    private final SplittableRandom random = new SplittableRandom(1);
    private final Quoter quoter =
            Quoter.builder(PRICE, TokenCounter.estimating()).build();
    private final CompletionRequest request = CompletionRequest.of(
            "m",
            Prompt.tokens(new int[800]),
            SamplingParameters.builder().maxTokens(256).build());
    private final Quote quote = quoter.quote(request);
    private final BudgetMeter meter =
            new BudgetMeter(Budget.builder().cost(new BigDecimal("1e30")).build());
    private final ChangeEvidence evidence = ChangeEvidence.of(Bets.onMeanAbove0(-0.1));
    private final UsageAudit audit = new UsageAudit(PRICE.rate());
    private long seconds;

    /** A quote for a prompt whose tokens are known. */
    @Benchmark
    public Quote quote() {
        return quoter.quote(request);
    }

    /** Setting a call's maximum aside and giving back what was not used. */
    @Benchmark
    public void reserveAndSettle() {
        Reservation reservation = meter.reserve(quote).orElseThrow();
        reservation.settle(TokenUsage.of(800, 100));
    }

    /** One observation of evidence with five bets. */
    @Benchmark
    public double evidence() {
        evidence.observe(random.nextDouble() * 0.2 - 0.12, 1e-6);
        return evidence.evidence();
    }

    /** One answer of an audit, prompt and completion. */
    @Benchmark
    public boolean audit() {
        long written = random.nextLong(1, 500);
        audit.add(
                UsageCheck.of(TokenClaim.of(801, 800), TokenClaim.of(written + 1, written)),
                Instant.ofEpochSecond(seconds++));
        return audit.overbills();
    }
}
