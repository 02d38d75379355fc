package network.pokt.mlqos.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.price.Spend;
import network.pokt.mlqos.time.TimeSource;

/** Measures what docs/storage.md says of speed; a program, not a test. */
public final class StoreFigures {

    private static final int COUNT = 20_000;
    private static final int NODES = 100;
    private static final TimeSource TIME = TimeSource.system();

    private StoreFigures() {}

    private static List<Measurement> measurements() {
        List<Measurement> all = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            all.add(Measurement.builder(
                            "run/" + i,
                            new NodeId("pokt1" + i % NODES, "llm"),
                            "task" + i % 7,
                            i,
                            Samples.START.plusMillis(i))
                    .epoch("session 180341")
                    .scored("exact_match", i % 2)
                    .total(Duration.ofMillis(640))
                    .spend(new Spend(1, 740, 91))
                    .build());
        }
        return all;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("store-figures");
        List<Measurement> all = measurements();
        try (ResultStore warm = ResultStore.inMemory(COUNT)) {
            fill("(warm-up)", warm, all, 100);
        }
        try (ResultStore memory = ResultStore.inMemory(COUNT)) {
            fill("memory, 100 at a time", memory, all, 100);
        }
        try (ResultStore forced = ResultStore.jsonl(folder.resolve("forced"))) {
            fill("JSON lines, forced, 100 at a time", forced, all, 100);
        }
        try (ResultStore single = ResultStore.jsonl(folder.resolve("single"))) {
            fill("JSON lines, forced, 1 at a time", single, all.subList(0, 2_000), 1);
        }
        try (ResultStore loose = JsonlStore.builder(folder.resolve("loose"))
                .forceEvery(Duration.ofSeconds(1))
                .build()) {
            fill("JSON lines, forced each second, 100 at a time", loose, all, 100);
        }
        long start = TIME.nanos();
        ResultStore.jsonl(folder.resolve("forced")).close();
        report("JSON lines, opening", COUNT, start);
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start();
                ResultStore postgres = ResultStore.jdbc(server.getPostgresDatabase())) {
            fill("PostgreSQL, 100 at a time", postgres, all, 100);
        }
        ledger(folder.resolve("ledger.jsonl"), all);
    }

    private static void fill(String name, ResultStore store, List<Measurement> all, int batch) {
        long start = TIME.nanos();
        for (int from = 0; from < all.size(); from += batch) {
            store.append(all.subList(from, from + batch));
        }
        report(name + ", append", all.size(), start);
        start = TIME.nanos();
        int pages = 200;
        for (int i = 0; i < pages; i++) {
            store.page(Query.builder()
                    .node(all.get(i).node())
                    .newestFirst()
                    .limit(50)
                    .build());
        }
        report(name + ", newest 50 of a node", pages, start);
    }

    private static void ledger(Path path, List<Measurement> all) {
        LedgerKey key = LedgerKey.generate();
        long start = TIME.nanos();
        try (Ledger ledger = Ledger.open(path, key, TIME)) {
            for (int from = 0; from < all.size(); from += 100) {
                ledger.append(all.subList(from, from + 100));
            }
            report("ledger, append 100 at a time", all.size(), start);
            start = TIME.nanos();
            for (int i = 0; i < 1_000; i++) {
                ledger.inclusion(i * 17L, all.size());
            }
            report("ledger, inclusion proof", 1_000, start);
        }
        start = TIME.nanos();
        Ledger.verify(path, key.publicKey(), List.of());
        report("ledger, verify", all.size(), start);
    }

    private static void report(String name, int count, long start) {
        double seconds = (TIME.nanos() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%-60s %10.0f per second%n", name, count / seconds);
    }
}
