package network.pokt.mlqos.price;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import network.pokt.mlqos.stats.Bets;
import network.pokt.mlqos.stats.ChangeEvidence;
import network.pokt.mlqos.stats.SumRatio;
import org.jspecify.annotations.Nullable;

/**
 * What the claims on one side of a node's bills, prompts or completions, amount to. Not thread-safe.
 *
 * <p>Bet is against the hypothesis that {@link UsageAudit} states: the excess of a claim, as a share, is not expected to be
 * above 0.
 */
final class BillAudit {

    /** Excess is a share of at least so many tokens; more finds padding later, less lets a token on a short text weigh much. */
    private static final double FULL_WEIGHT = 128;

    /** The most that one claim can speak for the node; less finds padding sooner, and takes scattered claims for padded ones. */
    private static final double MOST_CREDIT = 0.1;

    private static final double SECONDS_PER_YEAR = Duration.ofDays(365).toSeconds();

    private final UsageTolerance tolerance;
    private final double alpha;
    private final ChangeEvidence evidence = ChangeEvidence.of(Bets.onMeanAbove0(-MOST_CREDIT));
    private final SumRatio ratio = new SumRatio();
    private long claimed;
    private long counted;
    private long tolerated;
    private long leastOver = Long.MAX_VALUE;
    private long mostOver = Long.MIN_VALUE;
    private @Nullable Instant last;
    private BillReport.@Nullable Alarm alarm;

    BillAudit(UsageTolerance tolerance, double alpha) {
        this.tolerance = tolerance;
        this.alpha = alpha;
    }

    void add(TokenClaim claim, Instant at) {
        claimed = Math.addExact(claimed, claim.claimed());
        counted = Math.addExact(counted, claim.counted());
        tolerated = Math.addExact(tolerated, tolerance.tokensPerAnswer() + claim.unseen());
        leastOver = Math.min(leastOver, claim.claimed() - claim.counted());
        mostOver = Math.max(mostOver, claim.claimed() - claim.counted());
        ratio.add(claim.claimed(), claim.counted());
        double allowed = tolerance.allowed(claim);
        double excess = (claim.claimed() - allowed) / Math.max(allowed, FULL_WEIGHT);
        evidence.observe(Math.max(excess, -MOST_CREDIT), years(at));
        if (alarm == null && evidence.alarms(alpha)) {
            alarm = new BillReport.Alarm(at, evidence.count());
        }
    }

    /** The time since the answer before. Answers that end out of order add no time twice. */
    private double years(Instant at) {
        Instant before = last == null ? at : last;
        if (before.isAfter(at)) {
            return 0;
        }
        last = at;
        Duration since = Duration.between(before, at);
        return (since.getSeconds() + since.getNano() / 1e9) / SECONDS_PER_YEAR;
    }

    boolean alarmed() {
        return alarm != null;
    }

    /** Tokens billed beyond what is counted and what each answer may have unseen; the tolerated share is not taken off. */
    long excess() {
        return Math.max(0, claimed - counted - tolerated);
    }

    BillReport report() {
        return new BillReport(
                evidence.count(),
                claimed,
                counted,
                ratio.estimate(),
                excess(),
                leastOver,
                mostOver,
                evidence.mostEvidence(),
                Optional.ofNullable(alarm));
    }
}
