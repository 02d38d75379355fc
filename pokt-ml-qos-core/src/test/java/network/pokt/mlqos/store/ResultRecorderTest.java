package network.pokt.mlqos.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.pokt.mlqos.evaluation.Ending;
import network.pokt.mlqos.evaluation.EvaluationEvent;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.price.Rate;
import network.pokt.mlqos.price.Spend;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.task.Reply;
import network.pokt.mlqos.task.Sample;
import network.pokt.mlqos.task.Score;
import network.pokt.mlqos.time.TimeSource;
import network.pokt.mlqos.time.VirtualTime;
import network.pokt.mlqos.transport.FaultCause;
import org.junit.jupiter.api.Test;

class ResultRecorderTest {

    private static final Node NODE = Node.at(URI.create("http://a:8000/v1"), "m");
    private static final TimeSource TIME = TimeSource.system();

    private final ResultStore store = ResultStore.inMemory(1_000);

    @Test
    void what_an_evaluation_concludes_is_in_the_store_when_it_has_ended() {
        ResultRecorder recorder = ResultRecorder.builder(store, "run 1", TIME)
                .rate(NODE.id(), Rate.perMillionTokens("USD", "1", "2"))
                .build();
        recorder.on(answered(0, 1));
        recorder.on(failed(1));
        assertThat(store.count()).isZero();

        recorder.on(new EvaluationEvent.Ended(Ending.COMPLETE, Duration.ofSeconds(1)));

        List<Measurement> kept =
                store.page(Query.builder().epoch("run 1").build()).measurements();
        assertThat(kept).hasSize(2);
        assertThat(kept.get(0).finding()).isEqualTo(new Finding.Scored(Map.of("measure 0", 1.0)));
        assertThat(kept.get(0).spend()).isEqualTo(new Spend(1, 100, 10));
        assertThat(kept.get(0).charge()).contains(new Charge("USD", new BigDecimal("0.00012")));
        assertThat(kept.get(1).finding()).isEqualTo(new Finding.Failed(FaultCause.SERVER_ERROR));
    }

    @Test
    void the_same_run_counts_nothing_twice_and_another_run_counts_again() {
        for (String run : List.of("run 1", "run 1", "run 2")) {
            try (ResultRecorder recorder =
                    ResultRecorder.builder(store, run, TIME).build()) {
                recorder.on(answered(0, 1));
                recorder.on(answered(1, 0));
            }
        }

        assertThat(store.count()).isEqualTo(4);
    }

    @Test
    void an_item_that_is_asked_again_in_a_later_epoch_counts_again() {
        VirtualTime time = new VirtualTime();
        try (ResultRecorder recorder = ResultRecorder.builder(store, "watch", time)
                .epochs(Duration.ofDays(1))
                .build()) {
            recorder.on(answered(0, 1));
            recorder.on(answered(0, 1));
            time.advance(Duration.ofDays(1));
            recorder.on(answered(0, 0));
        }

        assertThat(store.page(Query.all()).measurements())
                .extracting(measurement -> measurement.epoch().orElseThrow())
                .doesNotHaveDuplicates()
                .hasSize(2)
                .allMatch(epoch -> epoch.startsWith("watch 20"));
    }

    @Test
    void a_sample_that_was_left_unasked_counts_when_it_is_asked() {
        VirtualTime time = new VirtualTime();
        try (ResultRecorder recorder =
                ResultRecorder.builder(store, "run 1", time).build()) {
            recorder.on(failed(0, FaultCause.OUT_OF_BUDGET, Spend.NONE));
            recorder.on(failed(1, FaultCause.CANCELLED, new Spend(1, 0, 0)));
            time.advance(Duration.ofHours(1));
            recorder.on(answered(0, 1));
            recorder.on(answered(1, 1));
        }

        assertThat(store.page(Query.all()).measurements())
                .extracting(Measurement::sample, Measurement::finding)
                .containsExactlyInAnyOrder(
                        tuple(0, new Finding.Scored(Map.of("measure 0", 1.0))),
                        tuple(1, new Finding.Failed(FaultCause.CANCELLED)),
                        tuple(1, new Finding.Scored(Map.of("measure 0", 1.0))));
    }

    @Test
    void a_full_batch_is_handed_over_at_once() {
        ResultRecorder recorder =
                ResultRecorder.builder(store, "run 1", TIME).batch(2).build();
        recorder.on(answered(0, 1));
        recorder.on(answered(1, 1));
        recorder.on(answered(2, 1));

        assertThat(store.count()).isEqualTo(2);
    }

    @Test
    void what_a_store_does_not_take_is_handed_over_again() {
        Stubborn stubborn = new Stubborn(store);
        ResultRecorder recorder =
                ResultRecorder.builder(stubborn, "run 1", TIME).batch(1).build();
        assertThatThrownBy(() -> recorder.on(answered(0, 1))).isInstanceOf(StoreException.class);
        stubborn.away = false;

        recorder.on(answered(1, 1));

        assertThat(store.count()).isEqualTo(2);
        assertThat(recorder.lost()).isZero();
    }

    @Test
    void ids_of_different_parts_differ_however_the_parts_are_spelled() {
        assertThat(Ids.of("a/b", NODE.id(), "c", 1)).isNotEqualTo(Ids.of("a", NODE.id(), "b/c", 1));
        assertThat(Ids.of("r", Samples.A, "t", 1)).isEqualTo("r/pokt1aaa/llm/t/1");
        assertThat(Ids.of("r", Samples.A, "t".repeat(200), 1)).hasSizeLessThan(60);
    }

    private static EvaluationEvent answered(int sample, double value) {
        return new EvaluationEvent.SampleConcluded(
                NODE,
                "numbers",
                new Numbered(sample),
                List.of(new Reply.Generated("x")),
                Optional.of(Score.of(value)),
                Optional.empty(),
                new Spend(1, 100, 10),
                Duration.ofMillis(20));
    }

    private static EvaluationEvent failed(int sample) {
        return failed(sample, FaultCause.SERVER_ERROR, new Spend(3, 0, 0));
    }

    private static EvaluationEvent failed(int sample, FaultCause cause, Spend spend) {
        return new EvaluationEvent.SampleConcluded(
                NODE,
                "numbers",
                new Numbered(sample),
                List.of(),
                Optional.empty(),
                Optional.of(cause),
                spend,
                Duration.ofMillis(20));
    }

    private record Numbered(int index) implements Sample {

        @Override
        public List<Ask> asks() {
            return List.of();
        }

        @Override
        public Score score(List<Reply> replies) {
            return Score.of(1);
        }
    }

    /** A store that is away until it is told otherwise. */
    private static final class Stubborn implements ResultStore {

        private final ResultStore behind;
        private boolean away = true;

        private Stubborn(ResultStore behind) {
            this.behind = behind;
        }

        @Override
        public int append(List<Measurement> measurements) {
            if (away) {
                throw new StoreException("away");
            }
            return behind.append(measurements);
        }

        @Override
        public Page page(Query query) {
            return behind.page(query);
        }

        @Override
        public Page latest(Query query) {
            return behind.latest(query);
        }

        @Override
        public long count() {
            return behind.count();
        }

        @Override
        public void close() {}
    }
}
