package network.pokt.mlqos.samples.leaderboardsite.measure;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import network.pokt.mlqos.evaluation.Evaluation;
import network.pokt.mlqos.evaluation.ModelApi;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.price.Budget;
import network.pokt.mlqos.price.Rate;
import network.pokt.mlqos.profile.ProfileBook;
import network.pokt.mlqos.profile.WindowRule;
import network.pokt.mlqos.store.ResultRecorder;
import network.pokt.mlqos.store.ResultStore;
import network.pokt.mlqos.task.Task;
import network.pokt.mlqos.time.TimeSource;
import network.pokt.mlqos.transport.RelayTransport;
import network.pokt.mlqos.watch.Schedule;
import network.pokt.mlqos.watch.TaskPolicy;
import network.pokt.mlqos.watch.WatchPolicy;
import network.pokt.mlqos.watch.Watcher;

/**
 * Who is measured, on what, and how they are reached.
 *
 * @param tasks what is asked
 * @param directory who is asked
 * @param transport how
 * @param rates what they charge
 * @param every the mean time between two errands to the same node for the same task
 * @param seed decides which questions come when; whoever knows it knows what comes
 */
public record Measuring(
        List<Task> tasks,
        NodeDirectory directory,
        RelayTransport transport,
        Function<Node, Rate> rates,
        Duration every,
        long seed) {

    /** A week of samples counts, 30 of them before a score is relied on. */
    private static final WindowRule WINDOW = new WindowRule(200, 30, Duration.ofDays(7));

    private static final int RELAYS_PER_HOUR = 20_000;
    private static final Duration TICK = Duration.ofMinutes(5);
    private static final int TICKS_PER_TURN = 10;

    /** Returns the book that a watch writes to. */
    public static ProfileBook book(TimeSource time) {
        return ProfileBook.builder(time).window(WINDOW).build();
    }

    /** Starts the watch: its samples go to the book and, by way of the store, everywhere else. */
    public Watcher start(ProfileBook book, ResultStore store, TimeSource time) {
        WatchPolicy policy = policy();
        ResultRecorder recorder = recorder(store, time, policy.epoch());
        return Watcher.builder(policy, book, directory)
                .time(time)
                .evaluations(task -> Evaluation.of(task)
                        .transport(transport)
                        .api(ModelApi.chat().streaming(true).build())
                        .rates(rates)
                        .onEvent(recorder))
                .start();
    }

    private WatchPolicy policy() {
        Duration turn = every.dividedBy(TICKS_PER_TURN);
        WatchPolicy.Builder policy = WatchPolicy.builder(seed)
                .tick(turn.compareTo(TICK) < 0 ? turn : TICK)
                .perHour(Budget.builder().relays(RELAYS_PER_HOUR).build());
        for (Task task : tasks) {
            policy.task(
                    task,
                    TaskPolicy.builder()
                            .samples(WINDOW.minimum(), WINDOW.minimum())
                            .batch(5)
                            .refresh(1)
                            .schedule(Schedule.about(every))
                            .build());
        }
        return policy.build();
    }

    /** Names measurements after the epoch of the watch: within it no node is asked the same question twice. */
    private ResultRecorder recorder(ResultStore store, TimeSource time, Duration epoch) {
        ResultRecorder.Builder recorder =
                ResultRecorder.builder(store, "watch", time).epochs(epoch);
        tasks.forEach(recorder::task);
        directory.nodes().forEach(node -> recorder.rate(node.id(), rates.apply(node)));
        return recorder.build();
    }
}
