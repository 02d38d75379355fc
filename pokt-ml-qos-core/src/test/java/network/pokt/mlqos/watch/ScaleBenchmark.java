package network.pokt.mlqos.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import network.pokt.mlqos.evaluation.NumbersTask;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.profile.ProfileBook;
import network.pokt.mlqos.profile.RelayObservation;
import network.pokt.mlqos.profile.TaskProfile;
import network.pokt.mlqos.profile.WindowRule;
import network.pokt.mlqos.stats.Estimate;
import network.pokt.mlqos.time.VirtualTime;

/** Memory and speed at many nodes and tasks: arguments are nodes, tasks and samples in each window. */
public final class ScaleBenchmark {

    private ScaleBenchmark() {}

    /** Fills a book, reads it and lets {@link Due} decide over it. */
    public static void main(String[] arguments) {
        int nodes = Integer.parseInt(arguments[0]);
        int tasks = Integer.parseInt(arguments[1]);
        int samples = Integer.parseInt(arguments[2]);
        VirtualTime time = new VirtualTime();
        long before = used();
        ProfileBook book = ProfileBook.builder(time)
                .window(new WindowRule(100, Math.min(50, samples), Duration.ofDays(32)))
                .build();
        SplittableRandom random = new SplittableRandom(1);
        List<NodeId> ids = new ArrayList<>();
        long start = System.nanoTime();
        for (int node = 0; node < nodes; node++) {
            NodeId id = new NodeId("pokt1supplier" + node, "llm" + node % 10);
            ids.add(id);
            double accuracy = random.nextDouble();
            for (int task = 0; task < tasks; task++) {
                for (int item = 0; item < samples; item++) {
                    book.recordScore(id, "task" + task, item, random.nextDouble() < accuracy ? 1 : 0);
                }
            }
            for (int relay = 0; relay < 500; relay++) {
                long millis = 200 + random.nextInt(3000);
                book.record(
                        id,
                        RelayObservation.answered(Duration.ofMillis(millis))
                                .streamed(Duration.ofMillis(millis / 4), 1 + random.nextInt(64))
                                .lengths(random.nextInt(2000), 30));
            }
        }
        double writing = seconds(start);
        long stated = ids.stream().mapToLong(book::bytes).sum();
        say("%d nodes x %d tasks x %d samples and 500 relays: %.1f s, %.2f us per write", nodes, tasks, samples, writing,
                1e6 * writing / ((long) nodes * tasks * samples + 500L * nodes));
        say("stated %.1f MB, %.1f KB per node; heap grew by %.1f MB", stated / 1e6, stated / 1e3 / nodes, (used() - before) / 1e6);

        start = System.nanoTime();
        List<Pair> pairs = new ArrayList<>(nodes * tasks);
        for (NodeId id : ids) {
            for (int task = 0; task < tasks; task++) {
                Estimate accuracy = book.of(id, "task" + task).map(TaskProfile::accuracy).orElseGet(Estimate::none);
                pairs.add(new Pair(id, task, id.service(), true, true, accuracy, 0, null, 0));
            }
        }
        say("read %d task profiles: %.2f us each", pairs.size(), 1e6 * seconds(start) / pairs.size());
        for (Allocation allocation : List.of(Allocation.even(), Allocation.forRanks(), Allocation.forThreshold(0.6))) {
            WatchPolicy.Builder policy = WatchPolicy.builder(1);
            for (int task = 0; task < tasks; task++) {
                policy.task(
                        new NumbersTask("task" + task, 1000, 1),
                        TaskPolicy.builder().samples(50, 200).allocation(allocation).build());
            }
            Due due = new Due(policy.build());
            double best = Double.MAX_VALUE;
            int errands = 0;
            for (int round = 0; round < 7; round++) {
                start = System.nanoTime();
                errands = due.next(pairs, Moment.at(time.now()), Long.MAX_VALUE).size();
                best = Math.min(best, seconds(start));
            }
            say("%s: one look decides on %d pairs in %.0f ms, %.1f million a second, %d errands",
                    allocation.getClass().getSimpleName().replaceAll("\\$\\$.*", " even"), pairs.size(), 1e3 * best, pairs.size() / best / 1e6, errands);
        }
        start = System.nanoTime();
        for (NodeId id : ids) {
            book.of(id).orElseThrow();
        }
        say("whole profiles: %.0f us each", 1e6 * seconds(start) / nodes);
    }

    private static void say(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
