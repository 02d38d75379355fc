package network.pokt.mlqos.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.price.Spend;
import network.pokt.mlqos.price.TokenClaim;
import network.pokt.mlqos.stats.Estimate;
import network.pokt.mlqos.stats.LatencyDigest;
import network.pokt.mlqos.stats.SplitSample;
import org.jspecify.annotations.Nullable;

/** Everything that is kept of one node. Thread-safe: each method holds the record's lock. */
final class NodeRecord {

    private final NodeId node;
    private final Tasks tasks;
    private final Duration horizon;
    private @Nullable SampleWindow[] windows = new SampleWindow[0];
    private final TrafficWindow traffic = new TrafficWindow();
    private final BillWindow bills = new BillWindow();
    private final Map<Alarm.Kind, Alarm> alarms = new EnumMap<>(Alarm.Kind.class);
    private Spend spend = Spend.NONE;
    private Instant lastWritten;

    NodeRecord(NodeId node, Tasks tasks, Duration horizon, Instant now) {
        this.node = node;
        this.tasks = tasks;
        this.horizon = horizon;
        this.lastWritten = now;
    }

    synchronized Instant lastWritten() {
        return lastWritten;
    }

    synchronized void sample(String task, int item, Instant at, double score, boolean failed) {
        window(tasks.number(task)).add(item, at, score, failed, tasks.rule(task));
        wrote(at);
    }

    private SampleWindow window(int task) {
        if (task >= windows.length) {
            windows = Arrays.copyOf(windows, task + 1);
        }
        SampleWindow window = windows[task];
        if (window == null) {
            window = new SampleWindow();
            windows[task] = window;
        }
        return window;
    }

    synchronized void relay(RelayObservation relay, Instant at) {
        traffic.add(relay, at, horizon);
        wrote(at);
    }

    synchronized void bill(TokenClaim claim, Instant at) {
        bills.add(claim);
        wrote(at);
    }

    synchronized void spent(Spend more, Instant at) {
        spend = spend.plus(more);
        wrote(at);
    }

    private void wrote(Instant at) {
        lastWritten = at.isAfter(lastWritten) ? at : lastWritten;
    }

    synchronized void raise(Alarm alarm) {
        alarms.put(alarm.kind(), alarm);
        if (alarm.kind().voidsScores()) {
            for (SampleWindow window : windows) {
                if (window != null) {
                    window.dropUntil(alarm.since().getEpochSecond() - 1);
                }
            }
        }
    }

    synchronized void withdraw(Alarm.Kind kind) {
        alarms.remove(kind);
    }

    synchronized NodeProfile profile(Instant now) {
        NodeProfile.Builder profile = NodeProfile.builder(node, now);
        boolean proven = false;
        for (int task = 0; task < windows.length; task++) {
            Optional<TaskProfile> known = taskProfile(task, now);
            if (known.isPresent()) {
                profile.task(tasks.name(task), known.get());
                proven |= known.get().enough();
            }
        }
        traffic.turn(now, horizon);
        Traffic recent = traffic.all();
        if (recent.answered + recent.failedByOthers() > 0) {
            profile.reliability(Estimate.ofProportion(recent.answered, recent.answered + recent.failedByOthers()));
        }
        profile.faults(recent.faults).lengthFit(recent.lengths.fit()).spend(spend);
        percentiles(recent.firstToken).ifPresent(profile::firstToken);
        percentiles(recent.perOutputToken).ifPresent(profile::perOutputToken);
        percentiles(recent.total).ifPresent(profile::total);
        bills.ratio().ifPresent(profile::overbillRatio);
        alarms.values().forEach(profile::alarm);
        boolean doubted = alarms.keySet().stream().anyMatch(Alarm.Kind::doubtsClaim);
        return profile.trust(doubted ? Trust.SUSPECT : proven ? Trust.TRUSTED : Trust.UNPROVEN)
                .build();
    }

    private static Optional<LatencyPercentiles> percentiles(LatencyDigest digest) {
        return digest.count() == 0
                ? Optional.empty()
                : Optional.of(new LatencyPercentiles(
                        digest.count(),
                        digest.percentile(50),
                        digest.percentile(90),
                        digest.percentile(95),
                        digest.percentile(99)));
    }

    private Optional<TaskProfile> taskProfile(int task, Instant now) {
        return live(task, now)
                .map(window -> new TaskProfile(
                        SplitSample.ofMean(window.scores(true)),
                        SplitSample.ofMean(window.scores(false)),
                        Instant.ofEpochSecond(window.second(window.size() - 1)),
                        window.size() >= tasks.rule(tasks.name(task)).minimum()));
    }

    /** Returns the window without what expired, if anything is left in it. */
    private Optional<SampleWindow> live(int task, Instant now) {
        SampleWindow window = task < 0 || task >= windows.length ? null : windows[task];
        if (window == null) {
            return Optional.empty();
        }
        WindowRule rule = tasks.rule(tasks.name(task));
        window.dropUntil(now.minus(rule.timeToLive()).getEpochSecond());
        return window.size() == 0 ? Optional.empty() : Optional.of(window);
    }

    synchronized Optional<TaskProfile> task(String task, Instant now) {
        return taskProfile(tasks.known(task), now);
    }

    synchronized List<ItemScore> scores(String task, Instant now) {
        List<ItemScore> scores = new ArrayList<>();
        live(tasks.known(task), now).ifPresent(window -> {
            for (int i = 0; i < window.size(); i++) {
                Instant at = Instant.ofEpochSecond(window.second(i));
                scores.add(new ItemScore(window.item(i), at, window.score(i), window.failed(i)));
            }
        });
        return scores;
    }

    synchronized List<Alarm> alarms() {
        return List.copyOf(alarms.values());
    }

    synchronized Spend spend() {
        return spend;
    }

    synchronized Traffic traffic(Instant now) {
        traffic.turn(now, horizon);
        return traffic.all();
    }

    synchronized void addTraffic(Traffic other, Instant at) {
        traffic.addAll(other, at, horizon);
        wrote(at);
    }

    synchronized List<int[]> bills() {
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i < bills.size(); i++) {
            pairs.add(bills.pair(i));
        }
        return pairs;
    }

    synchronized long bytes() {
        long bytes = 64 + 16 + 8L * windows.length + traffic.bytes() + bills.bytes() + 48;
        for (SampleWindow window : windows) {
            bytes += window == null ? 0 : window.bytes();
        }
        return bytes;
    }
}
