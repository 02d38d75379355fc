package network.pokt.mlqos.store;

import static network.pokt.mlqos.store.Samples.A;
import static network.pokt.mlqos.store.Samples.B;
import static network.pokt.mlqos.store.Samples.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import network.pokt.mlqos.node.NodeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every result store does. A test of an implementation extends it and says how a new, empty store is made. */
public abstract class ResultStoreContract {

    private static final int THREADS = 8;

    protected ResultStore store;

    /** Returns an empty store with room for at least 10,000 measurements. */
    protected abstract ResultStore create() throws Exception;

    @BeforeEach
    void makeStore() throws Exception {
        store = create();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void an_empty_store_has_no_history() {
        assertThat(store.count()).isZero();
        assertThat(store.page(Query.all()).measurements()).isEmpty();
        assertThat(store.latest(Query.all()).next()).isEmpty();
        assertThat(store.append(List.of())).isZero();
    }

    @Test
    void what_is_read_is_what_was_appended_to_the_last_digit() {
        store.append(List.of(Samples.full(), Samples.failed()));

        List<Measurement> read = store.page(Query.all()).measurements();

        assertThat(read).containsExactly(Samples.full(), Samples.failed());
        assertThat(((Finding.Scored) read.get(0).finding()).values().keySet())
                .containsExactly("z first", "exact_match,strict-match", "loss");
    }

    @Test
    void names_may_be_as_long_as_a_measurement_allows_in_any_script() {
        String name = "漢".repeat(Texts.LONGEST);
        Measurement longest = Measurement.builder(name, new NodeId(name, name), name, Integer.MAX_VALUE, Instant.EPOCH)
                .epoch(name)
                .scored(name, Double.MAX_VALUE)
                .build();

        assertThat(store.append(List.of(longest))).isEqualTo(1);
        assertThat(store.page(Query.builder()
                                .node(longest.node())
                                .task(name)
                                .epoch(name)
                                .build())
                        .measurements())
                .containsExactly(longest);
    }

    @Test
    void nothing_is_counted_twice() {
        assertThat(store.append(Samples.series(0, 10, A, "t"))).isEqualTo(10);
        assertThat(store.append(Samples.series(5, 15, A, "t"))).isEqualTo(5);
        assertThat(store.append(List.of(Samples.at(20, A, "t"), Samples.at(20, A, "t"))))
                .isEqualTo(1);

        assertThat(store.count()).isEqualTo(16);
    }

    @Test
    void of_two_measurements_with_one_id_the_first_stays() {
        Measurement first = Samples.at(1, A, "t");
        Measurement second =
                Measurement.builder("m1", B, "u", 9, START).scored("x", 0.5).build();
        store.append(List.of(first));

        assertThat(store.append(List.of(second))).isZero();
        assertThat(store.page(Query.all()).measurements()).containsExactly(first);
    }

    @Test
    void history_comes_in_the_order_of_time_whatever_order_it_was_appended_in() {
        List<Measurement> shuffled = new ArrayList<>(Samples.series(0, 50, A, "t"));
        Collections.shuffle(shuffled, new Random(1));
        shuffled.forEach(measurement -> store.append(List.of(measurement)));

        assertThat(store.page(Query.all()).measurements()).isEqualTo(Samples.series(0, 50, A, "t"));
        List<Measurement> backwards = new ArrayList<>(Samples.series(0, 50, A, "t"));
        Collections.reverse(backwards);
        assertThat(store.page(Query.builder().newestFirst().build()).measurements())
                .isEqualTo(backwards);
    }

    @Test
    void a_query_selects_by_node_task_epoch_and_time() {
        store.append(Samples.series(0, 10, A, "t"));
        store.append(Samples.series(10, 20, A, "u"));
        store.append(Samples.series(20, 30, B, "t"));
        Measurement inEpoch = Measurement.builder("e", B, "u", 0, START)
                .epoch("s1")
                .scored("x", 1)
                .build();
        store.append(List.of(inEpoch));

        assertThat(found(Query.builder().node(A))).hasSize(20);
        assertThat(found(Query.builder().task("t"))).hasSize(20);
        assertThat(found(Query.builder().node(A).task("u"))).isEqualTo(Samples.series(10, 20, A, "u"));
        assertThat(found(Query.builder().epoch("s1"))).containsExactly(inEpoch);
        assertThat(found(Query.builder().from(START.plusSeconds(8)).until(START.plusSeconds(12))))
                .extracting(Measurement::id)
                .containsExactly("m8", "m9", "m10", "m11");
        assertThat(found(Query.builder().from(Instant.MIN).until(Instant.MAX))).hasSize(31);
        assertThat(found(Query.builder().from(Instant.MAX))).isEmpty();
        assertThat(found(Query.builder().node(B).task("nothing of that name"))).isEmpty();
        assertThat(found(Query.builder().task("t' OR '1'='1"))).isEmpty();
    }

    @Test
    void pages_hold_everything_once_in_both_directions_even_where_many_share_an_instant() {
        List<Measurement> all = IntStream.range(0, 60)
                .mapToObj(i -> Measurement.builder("x" + i, A, "t", i, START.plusSeconds(i / 20))
                        .scored("x", 1)
                        .build())
                .toList();
        store.append(all);

        for (Query query : List.of(
                Query.builder().limit(7).build(),
                Query.builder().limit(7).newestFirst().build(),
                Query.builder().limit(60).build(),
                Query.builder().node(A).task("t").limit(1).build())) {
            List<Measurement> read = new ArrayList<>();
            store.forEach(query, read::add);
            assertThat(read).containsExactlyInAnyOrderElementsOf(all);
            assertThat(read)
                    .extracting(Measurement::at)
                    .isSortedAccordingTo(query.newestFirst() ? Collections.reverseOrder() : Instant::compareTo);
        }
    }

    @Test
    void pages_stay_within_the_times_that_were_asked_for() {
        store.append(Samples.series(0, 40, A, "t"));
        Query.Builder builder = Query.builder()
                .from(START.plusSeconds(10))
                .until(START.plusSeconds(20))
                .limit(3);

        List<Measurement> forwards = new ArrayList<>();
        store.forEach(builder.build(), forwards::add);
        List<Measurement> backwards = new ArrayList<>();
        store.forEach(builder.newestFirst().build(), backwards::add);

        assertThat(forwards).isEqualTo(Samples.series(10, 20, A, "t"));
        Collections.reverse(backwards);
        assertThat(backwards).isEqualTo(forwards);
        Query elsewhere =
                builder.after(new Position(START.plusSeconds(39), "m39")).build();
        assertThat(store.page(elsewhere).measurements()).hasSize(3);
        Query behindTheEnd = Query.builder()
                .until(START.plusSeconds(20))
                .after(new Position(START.plusSeconds(30), "m30"))
                .build();
        assertThat(store.page(behindTheEnd)).isEqualTo(new Page(List.of(), Optional.empty()));
    }

    @Test
    void what_is_appended_behind_a_reader_is_on_the_next_page() {
        store.append(Samples.series(0, 10, A, "t"));
        Page first = store.page(Query.builder().limit(10).build());
        assertThat(first.next()).isEmpty();

        store.append(Samples.series(10, 12, A, "t"));

        Position end = new Position(START.plusSeconds(9), "m9");
        assertThat(store.page(Query.all().after(end)).measurements()).isEqualTo(Samples.series(10, 12, A, "t"));
    }

    @Test
    void the_latest_of_each_node_and_task_is_found_now_and_as_of_then() {
        store.append(Samples.series(0, 10, A, "t"));
        store.append(Samples.series(10, 20, A, "u"));
        store.append(Samples.series(20, 30, B, "t"));
        store.append(List.of(Samples.at(5, B, "t")));

        assertThat(store.latest(Query.builder().newestFirst().build()).measurements())
                .extracting(Measurement::id)
                .containsExactly("m29", "m19", "m9");
        assertThat(store.latest(Query.builder().node(A).build()).measurements())
                .extracting(Measurement::id)
                .containsExactly("m9", "m19");
        assertThat(store.latest(Query.builder().until(START.plusSeconds(15)).build())
                        .measurements())
                .extracting(Measurement::id)
                .containsExactly("m9", "m14");
        Page one = store.latest(Query.builder().limit(2).build());
        assertThat(one.measurements()).extracting(Measurement::id).containsExactly("m9", "m19");
        assertThat(store.latest(Query.builder()
                                .limit(2)
                                .after(one.next().orElseThrow())
                                .build())
                        .measurements())
                .extracting(Measurement::id)
                .containsExactly("m29");
    }

    @Test
    void writers_that_hand_over_the_same_measurements_at_once_count_each_once() throws Exception {
        List<Measurement> all = Samples.series(0, 200, A, "t");
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Integer>> writers = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                List<Measurement> own = new ArrayList<>(all);
                Collections.shuffle(own, new Random(thread));
                writers.add(() -> {
                    int added = 0;
                    for (int from = 0; from < own.size(); from += 20) {
                        added += store.append(own.subList(from, from + 20));
                    }
                    return added;
                });
            }
            int added = 0;
            for (Future<Integer> writer : threads.invokeAll(writers)) {
                added += writer.get();
            }
            assertThat(added).isEqualTo(200);
        } finally {
            threads.shutdownNow();
        }
        assertThat(store.page(Query.builder().limit(1_000).build()).measurements())
                .isEqualTo(all);
    }

    @Test
    void a_series_gives_each_interval_its_share() {
        store.append(Samples.series(0, 30, A, "t"));
        store.append(List.of(Samples.failed()));

        List<SeriesPoint> series =
                SeriesPoint.series(store, Query.builder().node(A).build(), "exact_match", Duration.ofSeconds(10));

        assertThat(series).extracting(SeriesPoint::concluded).containsExactly(11L, 10L, 10L);
        assertThat(series).extracting(SeriesPoint::answered).containsExactly(10L, 10L, 10L);
        assertThat(series.get(0).from()).isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
        assertThat(series.get(1).value().value()).isEqualTo(0.5);
    }

    @Test
    void a_closed_store_says_so() {
        store.close();
        store.close();

        assertThatThrownBy(() -> store.append(Samples.series(0, 1, A, "t")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> store.count()).isInstanceOf(StoreException.class);
    }

    private List<Measurement> found(Query.Builder query) {
        return store.page(query.build()).measurements();
    }
}
