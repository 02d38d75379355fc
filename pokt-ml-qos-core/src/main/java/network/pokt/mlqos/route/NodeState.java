package network.pokt.mlqos.route;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.transport.Blame;
import network.pokt.mlqos.transport.FaultCause;
import org.jspecify.annotations.Nullable;

/** Everything that the router learns about one node. Thread-safe: the load is atomic, the rest behind one lock. */
final class NodeState {

    private static final double SHORT_MEMORY = 40;
    private static final double HALF_LIFE_NANOS = 3e11;
    private static final double GAP_KEEP = 0.9;
    static final int ENOUGH = 10;
    /** Silence is held against a node only if it is longer than twice what 19 of 20 of its answers take at its load. */
    private static final double SILENCE = 2;

    private static final double USUAL_SPREAD = 1.5;

    private final Node node;
    private final String operator;
    private final Load load = new Load();
    private final Seats seats = new Seats();
    private final Health health;
    private final Reliability reliability = new Reliability();
    private final LatencyFit firstToken;
    private final LatencyFit perToken;
    private final RatioDigest ratios = new RatioDigest(SHORT_MEMORY * 5);
    private final SlowEvidence slowFirstToken = new SlowEvidence();
    private final SlowEvidence slowPerToken = new SlowEvidence();
    private long pausedUntil;
    private boolean paused;
    /** Read without the lock, so that counting the bench never waits for another node. */
    private volatile long benchedUntil = Long.MIN_VALUE;

    private volatile boolean everBenched;
    private double longestGapSeconds = -1;
    private @Nullable Duration connect;
    private @Nullable FaultCause lastFault;

    NodeState(Node node, HealthRule rule, Draws draws, PoolLatency pool) {
        this.node = node;
        this.operator = node.operator().orElse(node.id().toString());
        this.health = new Health(rule, draws);
        this.firstToken = pool.newFirstToken(SHORT_MEMORY, HALF_LIFE_NANOS);
        this.perToken = pool.newPerToken(SHORT_MEMORY, HALF_LIFE_NANOS);
    }

    Node node() {
        return node;
    }

    String operator() {
        return operator;
    }

    Load load() {
        return load;
    }

    /** Takes an answer; {@code met} is the load that the relay met. */
    synchronized void answered(Observation seen, Met met, PoolLatency pool, double poolRate, long nanos) {
        reliability.answered(nanos);
        health.observe(false, poolRate, nanos, () -> false);
        double prompt = seen.size().promptTokens() / 1000.0;
        double total = seen.total().toNanos() / 1e9;
        long written = seen.size().completionTokens();
        double first = seen.firstToken().map(d -> d.toNanos() / 1e9).orElse(-1.0);
        seats.stayed(total);
        if (first >= 0) {
            firstToken(prompt, met, first, pool, nanos);
            if (written > 1) {
                tokens((total - first) / (written - 1), met.inFlight(), pool, nanos);
            }
        } else {
            // A whole answer tells how long all of it took: what is left after the expected first token went into the
            // others.
            double idle = firstToken.at(prompt, 0);
            double rest = total - idle;
            seats.first(met.inFlight(), rest - written * perToken.at(0, met.inFlight()), idle);
            if (rest > 0) {
                tokens(rest / written, met.inFlight(), pool, nanos);
            }
        }
        seen.longestGap()
                .ifPresent(gap -> longestGapSeconds = Math.max(longestGapSeconds * GAP_KEEP, gap.toNanos() / 1e9));
    }

    private void firstToken(double prompt, Met met, double seconds, PoolLatency pool, long nanos) {
        double ahead = met.thousandsAhead();
        double idle = firstToken.at(prompt, 0);
        ratios.observe(seconds / (idle + met.delay()));
        seats.first(met.inFlight(), seconds - idle - ahead * firstToken.perLength(), idle);
        // Where nothing was being read, what it waited for was a seat, and says nothing about how long reading takes.
        double reading = ahead > 0 ? seconds : Math.max(Math.min(seconds, idle), seconds - seatWait(met.inFlight()));
        firstToken.observe(prompt, ahead, reading, nanos);
        slowFirstToken.observe(Math.log(Math.max(1e-6, reading) / pool.firstToken(prompt, ahead)));
    }

    private double seatWait(int before) {
        return Math.max(0, before + 1 - seats.limit()) * seats.turn();
    }

    private void tokens(double seconds, int load, PoolLatency pool, long nanos) {
        perToken.observe(0, load, seconds, nanos);
        slowPerToken.observe(Math.log(Math.max(1e-7, seconds) / pool.perToken(load)));
    }

    /** Takes a relay that was given up at {@code waited} before its first token: it would have taken at least so long. */
    synchronized void waitedFor(RequestSize size, Met met, Duration waited, long nanos) {
        double prompt = size.promptTokens() / 1000.0;
        double seconds = waited.toNanos() / 1e9;
        double expected = firstToken.at(prompt, met.thousandsAhead());
        seats.first(met.inFlight(), seconds - expected, expected);
        if (seconds > expected + met.delay()) {
            ratios.observe(seconds / expected);
            firstToken.observe(prompt, met.thousandsAhead(), seconds, nanos);
        }
    }

    /** Takes a failure; returns whether the node is benched for it. */
    synchronized boolean failed(FaultCause cause, double poolRate, long nanos, BooleanSupplier benchHasRoom) {
        reliability.failed(cause.blame(), nanos);
        lastFault = cause;
        return speaksAgainst(cause.blame()) && blamed(poolRate, nanos, benchHasRoom);
    }

    /** Takes a refusal that looked like the caller's fault until another node took the same request. */
    synchronized boolean refusedAlone(double poolRate, long nanos, BooleanSupplier benchHasRoom) {
        reliability.failed(Blame.NODE, nanos);
        return blamed(poolRate, nanos, benchHasRoom);
    }

    private boolean blamed(double poolRate, long nanos, BooleanSupplier benchHasRoom) {
        if (!health.observe(true, poolRate, nanos, benchHasRoom)) {
            return false;
        }
        benchedUntil = health.benchedUntil();
        everBenched = true;
        return true;
    }

    boolean isBenched(long nanos) {
        return everBenched && benchedUntil - nanos > 0;
    }

    private static boolean speaksAgainst(Blame blame) {
        return blame == Blame.NODE || blame == Blame.NETWORK;
    }

    synchronized void pause(long untilNanos) {
        pausedUntil = paused ? Math.max(pausedUntil, untilNanos) : untilNanos;
        paused = true;
    }

    /** Returns how long the node still wants to be left alone, 0 if it does not. */
    synchronized long pausedFor(long nanos) {
        if (paused && pausedUntil - nanos <= 0) {
            paused = false;
        }
        return paused ? pausedUntil - nanos : 0;
    }

    synchronized void connected(Duration took) {
        connect = took;
    }

    synchronized Grade grade(long nanos) {
        return health.grade(slowEvidence(), nanos);
    }

    private double slowEvidence() {
        return Math.max(slowFirstToken.evidence(), slowPerToken.evidence());
    }

    /** Fits anew and adds this node's fits to those of the pool. */
    synchronized void fit(PoolLatency pool, long nanos) {
        pool.refit(firstToken, perToken, nanos);
    }

    /** Fills what policies see, as of now. */
    synchronized void describe(Candidate.Traffic into, long nanos) {
        into.grade = health.grade(slowEvidence(), nanos);
        into.ramp = health.ramp();
        into.inFlight = load.inFlight();
        into.thousandsAhead = load.thousandsAhead();
        into.waited = load.waitedSeconds(nanos / 1_000_000);
        into.seats = seats.limit();
        into.turn = seats.turn();
        into.alpha = reliability.alpha();
        into.beta = reliability.beta();
        into.firstBase = firstToken.base();
        into.firstPerThousand = firstToken.perLength();
        into.firstPerThousandAhead = firstToken.perLoad();
        into.firstWeight = firstToken.weight();
        into.tokenBase = perToken.base();
        into.tokenPerRelay = perToken.perLoad();
        into.ratio95 = ratios.quantile(0.95);
        into.streamed = ratios.weight();
    }

    /** Returns the 95th percentile of the time to first token in seconds, or a negative number where too little is known. */
    synchronized double firstToken95(RequestSize size) {
        return ratios.weight() < 2 * ENOUGH
                ? -1
                : ratios.quantile(0.95)
                        * (firstToken.at(size.promptTokens() / 1000.0, load.thousandsAhead())
                                + seatWait(load.inFlight()));
    }

    synchronized double failureRate() {
        return reliability.failureRate();
    }

    synchronized double idleFirstToken(RequestSize size) {
        return firstToken.at(size.promptTokens() / 1000.0, 0);
    }

    /** Returns whether the load that a relay met, or what is under way now, makes it no wonder that nothing came so long. */
    synchronized boolean explains(Duration waited, RequestSize size, Met met) {
        double expected = idleFirstToken(size) + Math.max(met.delay(), seatWait(load.inFlight()));
        return waited.toNanos() / 1e9 < SILENCE * Math.max(USUAL_SPREAD, ratios.quantile(0.95)) * expected;
    }

    synchronized NodeSignals signals() {
        Map<Blame, Double> failed = new EnumMap<>(Blame.class);
        for (Blame blame : Blame.values()) {
            failed.put(blame, reliability.of(blame));
        }
        double usual = firstToken.at(RequestSize.USUAL.promptTokens() / 1000.0, load.thousandsAhead());
        return new NodeSignals(
                load.inFlight(),
                reliability.mean(),
                reliability.answered(),
                failed,
                seconds(usual),
                ratios.weight() < ENOUGH ? Optional.empty() : Optional.of(seconds(usual * ratios.quantile(0.95))),
                seconds(perToken.at(0, load.inFlight())),
                longestGapSeconds < 0 ? Optional.empty() : Optional.of(seconds(longestGapSeconds)),
                Optional.ofNullable(connect));
    }

    /** Returns the node-runner's view. */
    synchronized NodeView view(long nanos) {
        Grade grade = health.grade(slowEvidence(), nanos);
        Optional<Duration> benched = grade == Grade.BENCHED
                ? Optional.of(Duration.ofNanos(health.benchedUntil() - nanos))
                : Optional.empty();
        long pause = pausedFor(nanos);
        return new NodeView(
                node,
                grade,
                health.onTrial(),
                benched,
                pause > 0 ? Optional.of(Duration.ofNanos(pause)) : Optional.empty(),
                health.benches(),
                health.faults.evidence(),
                slowFirstToken.evidence(),
                slowPerToken.evidence(),
                Optional.ofNullable(lastFault),
                signals());
    }

    private static Duration seconds(double value) {
        return Duration.ofNanos((long) (value * 1e9));
    }
}
