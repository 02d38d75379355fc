package network.pokt.mlqos.samples.leaderboardsite;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import network.pokt.mlqos.stats.LatencyHistogram;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a site's API so many times a second, on time whether or not earlier answers are there, and times each answer from the moment at
 * which it should have been asked: {@code ApiLoad URL PER-SECOND SECONDS}.
 */
final class ApiLoad {

    private static final double NANOS = 1e9;

    private final String site;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final SplittableRandom random = new SplittableRandom(1);
    private final TreeMap<String, LatencyHistogram> times = new TreeMap<>();
    private final LatencyHistogram all = new LatencyHistogram();
    private final ConcurrentHashMap<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();

    ApiLoad(String site) {
        this.site = site;
    }

    public static void main(String[] args) throws Exception {
        ApiLoad load = new ApiLoad(args[0]);
        load.run(Integer.parseInt(args[1]), 5);
        ApiLoad measured = new ApiLoad(args[0]);
        measured.run(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        System.out.print(measured.table());
    }

    /** Runs to the end. */
    void run(int perSecond, int seconds) throws Exception {
        List<String> nodes = nodes();
        List<CompletableFuture<Void>> answers = new ArrayList<>();
        long begin = System.nanoTime();
        for (int i = 0; i < perSecond * seconds; i++) {
            long due = begin + Math.round(i * NANOS / perSecond);
            for (long left; (left = due - System.nanoTime()) > 0; ) {
                LockSupport.parkNanos(left);
            }
            String node = nodes.get(random.nextInt(nodes.size()));
            String[] asked = draw(node);
            answers.add(http.sendAsync(
                            HttpRequest.newBuilder(URI.create(site + asked[1])).build(), BodyHandlers.ofByteArray())
                    .thenAccept(response -> record(asked[0], System.nanoTime() - due, response)));
        }
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
    }

    /** What gateways ask most often, and what costs a site most. */
    private String[] draw(String node) {
        int kind = random.nextInt(10);
        return switch (kind) {
            case 0, 1, 2 -> new String[] {"board", "/api/v1/board?limit=50"};
            case 3, 4, 5 -> new String[] {"node", "/api/v1/nodes/" + node};
            case 6, 7 -> new String[] {"measurements", "/api/v1/nodes/" + node + "/measurements?limit=50"};
            case 8 -> new String[] {"history", "/api/v1/nodes/" + node + "/history?days=30"};
            default -> new String[] {"proof", "/api/v1/ledger/proofs/" + random.nextInt(1_000)};
        };
    }

    private synchronized void record(String kind, long nanos, HttpResponse<byte[]> response) {
        times.computeIfAbsent(kind, any -> new LatencyHistogram()).record(nanos);
        all.record(nanos);
        statuses.computeIfAbsent(response.statusCode(), any -> new AtomicInteger())
                .incrementAndGet();
    }

    private List<String> nodes() throws Exception {
        JsonNode board = new JsonMapper()
                .readTree(http.send(
                                HttpRequest.newBuilder(URI.create(site + "/api/v1/board?limit=200"))
                                        .build(),
                                BodyHandlers.ofString())
                        .body());
        List<String> nodes = new ArrayList<>();
        board.path("nodes")
                .forEach(node -> nodes.add(node.path("service").asString() + "/"
                        + node.path("supplier").asString()));
        return nodes;
    }

    /** Says whether every answer was a success. */
    synchronized boolean allAnswered() {
        return statuses.keySet().equals(Set.of(200));
    }

    synchronized String table() {
        StringBuilder text = new StringBuilder("milliseconds  | requests | median | 95 of 100 | 99 of 100 | longest\n");
        times.forEach((kind, histogram) -> text.append(line(kind, histogram)));
        return text.append(line("all", all))
                .append("statuses ")
                .append(statuses)
                .append('\n')
                .toString();
    }

    private static String line(String kind, LatencyHistogram histogram) {
        return String.format(
                Locale.ROOT,
                "%-13s | %8d | %6.1f | %9.1f | %9.1f | %7.1f%n",
                kind,
                histogram.count(),
                millis(histogram, 50),
                millis(histogram, 95),
                millis(histogram, 99),
                millis(histogram, 100));
    }

    private static double millis(LatencyHistogram histogram, double percentile) {
        return histogram.percentile(percentile).toNanos() / 1e6;
    }
}
