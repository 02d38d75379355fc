package network.pokt.mlqos.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import network.pokt.mlqos.evaluation.ScriptedTransport.Line;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.price.Budget;
import network.pokt.mlqos.price.Rate;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.task.Sampling;
import network.pokt.mlqos.time.VirtualTime;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayTransport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private static final Node A = Node.at(URI.create("http://a:1"), "m");
    private static final Node B = Node.at(URI.create("http://b:1"), "m");

    private final VirtualTime time = new VirtualTime();

    private Evaluation evaluation(RelayTransport transport, NumbersTask task, Node... nodes) {
        return Evaluation.of(task)
                .transport(transport)
                .nodes(NodeDirectory.of(nodes))
                .api(new PlainApi())
                .time(time);
    }

    private EvaluationReport finish(Evaluation evaluation) throws InterruptedException {
        EvaluationRun run = evaluation.start();
        time.runAll(Duration.ofDays(1));
        assertThat(run.future()).isDone();
        return run.await();
    }

    @Nested
    class Asking {

        @Test
        void every_node_is_asked_every_sample_once() throws InterruptedException {
            ScriptedTransport transport = ScriptedTransport.on(time, ScriptedTransport.RIGHT);

            EvaluationReport report = finish(evaluation(transport, NumbersTask.of(300), A, B));

            assertThat(transport.sent).hasSize(600).doesNotHaveDuplicates();
            assertThat(report.ending()).isEqualTo(Ending.COMPLETE);
            assertThat(report.of(A).score("exact_match").value()).isEqualTo(1);
            assertThat(report.of(B).task("numbers").answered()).isEqualTo(300);
            assertThat(report.of(B).task("numbers").notAsked()).isZero();
        }

        @Test
        void the_same_seed_gives_every_node_the_same_samples_and_another_seed_others() throws InterruptedException {
            ScriptedTransport first = ScriptedTransport.on(time, ScriptedTransport.RIGHT);
            finish(evaluation(first, NumbersTask.of(1000), A, B).samples(50).seed(7));
            ScriptedTransport second = ScriptedTransport.on(time, ScriptedTransport.RIGHT);
            finish(evaluation(second, NumbersTask.of(1000), A).samples(50).seed(8));

            List<String> toA = sentTo(first, A);
            assertThat(toA).hasSize(50).containsExactlyInAnyOrderElementsOf(sentTo(first, B));
            assertThat(sentTo(second, A)).isNotEqualTo(toA);
        }

        @Test
        void concurrency_is_bounded_per_node_and_in_all() throws InterruptedException {
            ScriptedTransport transport = ScriptedTransport.on(time, ScriptedTransport.RIGHT);

            finish(evaluation(transport, NumbersTask.of(500), A, B)
                    .concurrency(7)
                    .totalConcurrency(10));

            assertThat(transport.mostInFlight.get(A.id())).isLessThanOrEqualTo(7);
            assertThat(transport.mostInFlight.get(B.id())).isLessThanOrEqualTo(7);
            assertThat(transport.mostInFlightInAll).hasValue(10);
        }

        @Test
        void a_slow_node_does_not_hold_up_a_quick_one() throws InterruptedException {
            ScriptedTransport transport = ScriptedTransport.on(
                    time,
                    (node, text, nth) -> ScriptedTransport.RIGHT
                            .say(node, text, nth)
                            .after(Duration.ofMillis(node.equals(A.id()) ? 10 : 10_000)));
            List<Node> order = Collections.synchronizedList(new ArrayList<>());

            finish(evaluation(transport, NumbersTask.of(20), B, A)
                    .concurrency(4)
                    .onEvent(event -> {
                        if (event instanceof EvaluationEvent.SampleConcluded concluded) {
                            order.add(concluded.node());
                        }
                    }));

            assertThat(order.subList(0, 20)).containsOnly(A);
        }

        @Test
        void a_sample_with_several_asks_is_judged_when_all_are_answered() throws InterruptedException {
            ScriptedTransport transport = ScriptedTransport.on(
                    time,
                    (node, text, nth) ->
                            text.equals("3/2") ? Line.ok("wrong") : ScriptedTransport.RIGHT.say(node, text, nth));

            EvaluationReport report = finish(evaluation(transport, new NumbersTask("numbers", 10, 4), A));

            assertThat(transport.sent).hasSize(40);
            assertThat(report.of(A).score("exact_match").value()).isEqualTo(0.9);
            assertThat(report.of(A).spend().relays()).isEqualTo(40);
        }

        @Test
        void a_transport_that_answers_at_once_does_not_grow_the_stack() throws InterruptedException {
            ScriptedTransport transport = ScriptedTransport.inline(time, ScriptedTransport.RIGHT);

            EvaluationReport report = finish(evaluation(transport, NumbersTask.of(50_000), A));

            assertThat(report.of(A).task("numbers").answered()).isEqualTo(50_000);
        }
    }

    @Nested
    class Failing {

        @Test
        void a_failure_that_allows_it_is_sent_again_and_one_record_is_kept_per_attempt() throws InterruptedException {
            List<EvaluationEvent.AttemptEnded> attempts = Collections.synchronizedList(new ArrayList<>());
            ScriptedTransport transport = ScriptedTransport.on(
                    time,
                    (node, text, nth) -> nth < 3 ? Line.status(500) : ScriptedTransport.RIGHT.say(node, text, nth));

            EvaluationReport report =
                    finish(evaluation(transport, NumbersTask.of(1), A).onEvent(event -> {
                        if (event instanceof EvaluationEvent.AttemptEnded ended) {
                            attempts.add(ended);
                        }
                    }));

            assertThat(attempts)
                    .extracting(EvaluationEvent.AttemptEnded::number)
                    .containsExactly(1, 2, 3);
            assertThat(attempts).extracting(EvaluationEvent.AttemptEnded::last).containsExactly(false, false, true);
            TaskReport task = report.of(A).task("numbers");
            assertThat(task.answered()).isEqualTo(1);
            assertThat(task.failed()).isZero();
            assertThat(task.failedAttempts()).containsOnly(java.util.Map.entry(FaultCause.SERVER_ERROR, 2L));
            assertThat(task.spend().relays()).isEqualTo(3);
        }

        @Test
        void the_caller_s_own_fault_is_never_sent_again() throws InterruptedException {
            ScriptedTransport transport = ScriptedTransport.on(time, (node, text, nth) -> Line.status(400));

            EvaluationReport report = finish(evaluation(transport, NumbersTask.of(5), A));

            assertThat(transport.sent).hasSize(5);
            assertThat(report.of(A).task("numbers").failedSamples())
                    .containsOnly(java.util.Map.entry(FaultCause.BAD_REQUEST, 5L));
        }

        @Test
        void scores_are_given_over_answers_and_with_failures_counted_as_wrong() throws InterruptedException {
            ScriptedTransport transport = ScriptedTransport.on(
                    time,
                    (node, text, nth) ->
                            text.startsWith("1") ? Line.status(500) : ScriptedTransport.RIGHT.say(node, text, nth));

            EvaluationReport report = finish(evaluation(transport, NumbersTask.of(10), A));

            TaskReport task = report.of(A).task("numbers");
            assertThat(task.score().value()).isEqualTo(1);
            assertThat(task.score().n()).isEqualTo(9);
            assertThat(task.scoreCountingFailures().value()).isCloseTo(0.9, within(1e-12));
            assertThat(task.scoreCountingFailures().n()).isEqualTo(10);
        }

        @Test
        void a_request_that_one_node_turns_away_and_another_answers_did_not_earn_it() throws InterruptedException {
            ScriptedTransport transport = ScriptedTransport.on(
                    time,
                    (node, text, nth) ->
                            node.equals(A.id()) ? Line.status(400) : ScriptedTransport.RIGHT.say(node, text, nth));

            EvaluationReport report = finish(evaluation(transport, NumbersTask.of(5), A, B));

            assertThat(report.of(A).task("numbers").unearnedRejections()).isEqualTo(5);
            assertThat(report.of(B).task("numbers").unearnedRejections()).isZero();
            assertThat(report.of(A).task("numbers").scoreCountingFailures().value())
                    .isZero();
        }

        @Test
        void retry_after_is_kept_and_the_whole_node_is_left_alone_meanwhile() throws InterruptedException {
            List<Long> sentAt = Collections.synchronizedList(new ArrayList<>());
            ScriptedTransport transport = ScriptedTransport.on(time, (node, text, nth) -> {
                sentAt.add(time.nanos() / 1_000_000);
                return text.equals("0/0") && nth == 1
                        ? Line.status(429).header("Retry-After", "7")
                        : ScriptedTransport.RIGHT.say(node, text, nth);
            });

            EvaluationReport report =
                    finish(evaluation(transport, NumbersTask.of(3), A).concurrency(1));

            assertThat(sentAt).hasSize(4);
            assertThat(sentAt.get(1)).isGreaterThanOrEqualTo(7_010);
            assertThat(report.of(A).score("exact_match").value()).isEqualTo(1);
        }

        @Test
        void a_node_that_asks_for_more_patience_than_allowed_is_given_up() throws InterruptedException {
            ScriptedTransport transport = ScriptedTransport.on(
                    time, (node, text, nth) -> Line.status(429).header("Retry-After", "3600"));

            EvaluationReport report = finish(evaluation(transport, NumbersTask.of(3), A));

            assertThat(transport.sent).hasSize(3);
            assertThat(report.of(A).task("numbers").failedSamples())
                    .containsOnly(java.util.Map.entry(FaultCause.RATE_LIMITED, 3L));
        }

        @Test
        void a_transport_that_throws_is_our_own_fault_and_does_not_end_the_run() throws InterruptedException {
            ScriptedTransport transport = ScriptedTransport.on(time, (node, text, nth) -> {
                if (text.equals("2/0")) {
                    throw new IllegalStateException("defect");
                }
                return ScriptedTransport.RIGHT.say(node, text, nth);
            });

            EvaluationReport report = finish(evaluation(transport, NumbersTask.of(5), A));

            TaskReport task = report.of(A).task("numbers");
            assertThat(task.answered()).isEqualTo(4);
            assertThat(task.failedSamples()).containsOnly(java.util.Map.entry(FaultCause.INTERNAL, 1L));
            assertThat(task.scoreCountingFailures().n())
                    .as("our faults are nobody's wrong answers")
                    .isEqualTo(4);
        }

        @Test
        void a_listener_that_throws_disturbs_nothing() throws InterruptedException {
            ScriptedTransport transport = ScriptedTransport.on(time, ScriptedTransport.RIGHT);

            EvaluationReport report =
                    finish(evaluation(transport, NumbersTask.of(5), A).onEvent(event -> {
                        throw new IllegalStateException("listener");
                    }));

            assertThat(report.of(A).task("numbers").answered()).isEqualTo(5);
        }
    }

    @Nested
    class Bounds {

        @Test
        void a_sample_has_a_deadline_over_all_its_attempts() throws InterruptedException {
            ScriptedTransport transport = ScriptedTransport.on(
                    time, (node, text, nth) -> Line.status(500).after(Duration.ofSeconds(4)));

            EvaluationReport report = finish(evaluation(transport, NumbersTask.of(1), A)
                    .sampleTimeout(Duration.ofSeconds(10))
                    .retry(new RetryRule(100, Duration.ofMillis(1), Duration.ofSeconds(1))));

            assertThat(report.duration()).isLessThanOrEqualTo(Duration.ofSeconds(10));
            assertThat(report.of(A).task("numbers").failed()).isEqualTo(1);
        }

        @Test
        void a_run_that_reaches_its_deadline_aborts_what_is_under_way_and_blames_nobody() throws InterruptedException {
            ScriptedTransport transport = ScriptedTransport.on(
                    time,
                    (node, text, nth) ->
                            ScriptedTransport.RIGHT.say(node, text, nth).after(Duration.ofSeconds(1)));

            EvaluationReport report = finish(
                    evaluation(transport, NumbersTask.of(100), A).concurrency(1).runTimeout(Duration.ofMillis(5_500)));

            TaskReport task = report.of(A).task("numbers");
            assertThat(report.ending()).isEqualTo(Ending.DEADLINE);
            assertThat(task.answered()).isEqualTo(5);
            assertThat(task.failed()).isZero();
            assertThat(task.notAsked()).isEqualTo(95);
            assertThat(transport.cancelled).hasValue(1);
        }

        @Test
        void cancel_reaches_the_wire_and_the_report_still_comes() throws InterruptedException {
            ScriptedTransport transport = ScriptedTransport.on(
                    time,
                    (node, text, nth) ->
                            ScriptedTransport.RIGHT.say(node, text, nth).after(Duration.ofSeconds(1)));
            EvaluationRun run =
                    evaluation(transport, NumbersTask.of(100), A).concurrency(8).start();
            time.advance(Duration.ofMillis(1_500));

            run.cancel();
            run.cancel();

            EvaluationReport report = run.await();
            assertThat(transport.cancelled).hasValue(8);
            assertThat(report.ending()).isEqualTo(Ending.CANCELLED);
            assertThat(report.of(A).task("numbers").answered()).isEqualTo(8);
            assertThat(transport.sent).hasSize(16);
        }

        @Test
        void cancelling_the_future_does_not_cancel_the_run() {
            ScriptedTransport transport = ScriptedTransport.on(time, ScriptedTransport.RIGHT);
            EvaluationRun run = evaluation(transport, NumbersTask.of(10), A).start();

            CompletableFuture<EvaluationReport> future = run.future();
            future.cancel(true);
            time.runAll(Duration.ofHours(1));

            assertThat(run.future()).isCompleted();
            assertThat(run.concluded()).isEqualTo(10);
        }

        @Test
        void a_budget_of_relays_is_kept_to_the_relay() throws InterruptedException {
            ScriptedTransport transport = ScriptedTransport.on(time, ScriptedTransport.RIGHT);

            EvaluationReport report = finish(evaluation(transport, NumbersTask.of(100), A, B)
                    .budget(Budget.builder().relays(37).build()));

            assertThat(transport.sent).hasSize(37);
            assertThat(report.ending()).isEqualTo(Ending.OUT_OF_BUDGET);
            assertThat(report.of(A).spend().relays() + report.of(B).spend().relays())
                    .isEqualTo(37);
            assertThat(transport.cancelled).as("what is paid for is waited for").hasValue(0);
        }

        @Test
        void a_budget_of_money_is_never_overspent_and_unused_reservations_come_back() throws InterruptedException {
            ScriptedTransport transport = ScriptedTransport.on(time, ScriptedTransport.RIGHT);
            BigDecimal limit = new BigDecimal("0.001");

            // An answer is 10 + 2 tokens at 1 USD a million: 12 millionths; its ceiling is 14.
            EvaluationReport report = finish(evaluation(transport, NumbersTask.of(1000), A)
                    .rates(node -> Rate.perMillionTokens("USD", "1", "1"))
                    .budget(Budget.builder().cost(limit).build()));

            assertThat(report.of(A).cost()).isLessThanOrEqualTo(limit);
            assertThat(report.of(A).task("numbers").answered()).isBetween(80, 83);
        }

        @Test
        void a_budget_of_tokens_counts_what_was_reserved_meanwhile() throws InterruptedException {
            ScriptedTransport transport = ScriptedTransport.on(time, ScriptedTransport.RIGHT);

            EvaluationReport report = finish(evaluation(transport, NumbersTask.of(1000), A)
                    .concurrency(100)
                    .budget(Budget.builder().tokens(140).build()));

            assertThat(report.of(A).spend().tokens()).isLessThanOrEqualTo(140);
            assertThat(transport.mostInFlightInAll).hasValue(10);
        }
    }

    @Nested
    class BadInput {

        private final ScriptedTransport transport = ScriptedTransport.on(time, ScriptedTransport.RIGHT);

        @Test
        void is_named_with_its_remedy_before_anything_is_sent() {
            assertThatThrownBy(() -> Evaluation.of()).hasMessageContaining("at least one task");
            assertThatThrownBy(() -> Evaluation.of(NumbersTask.of(1), NumbersTask.of(2)))
                    .hasMessageContaining("given twice");
            assertThatThrownBy(() -> Evaluation.of(NumbersTask.of(0))).hasMessageContaining("no documents");
            assertThatThrownBy(() -> Evaluation.of(NumbersTask.of(1)).start())
                    .hasMessageContaining("needs a transport");
            assertThatThrownBy(() -> evaluation(transport, NumbersTask.of(1), A)
                            .nodes(List::of)
                            .start())
                    .hasMessageContaining("knows no node");
            assertThatThrownBy(() -> NodeDirectory.of()).hasMessageContaining("at least one node");
            assertThatThrownBy(() -> evaluation(transport, NumbersTask.of(1), A)
                            .samples(0)
                            .start())
                    .hasMessageContaining("at least 1, got 0");
            assertThatThrownBy(() -> Sampling.first(-3)).hasMessageContaining("at least 1, got -3");
            assertThatThrownBy(() -> evaluation(transport, NumbersTask.of(1), A).concurrency(0))
                    .hasMessageContaining("at least 1, got 0");
            assertThatThrownBy(() -> evaluation(transport, NumbersTask.of(1), A).sampleTimeout(Duration.ZERO))
                    .hasMessageContaining("must be positive");
            assertThatThrownBy(() -> Budget.builder().relays(0)).hasMessageContaining("at least 1");
            assertThat(transport.sent).isEmpty();
        }

        @Test
        void an_ask_that_the_interface_cannot_carry_is_refused_before_anything_is_sent() {
            ModelApi refuses = new ModelApi() {
                @Override
                public Exchange exchange(Ask ask, Node node) {
                    throw new UnsupportedAskException("No.");
                }

                @Override
                public String fingerprint() {
                    return "refuses";
                }
            };

            assertThatThrownBy(() -> evaluation(transport, NumbersTask.of(1), A)
                            .api(refuses)
                            .start())
                    .isInstanceOf(UnsupportedAskException.class);
            assertThat(transport.sent).isEmpty();
        }

        @Test
        void a_result_that_was_not_measured_is_refused_by_name() throws InterruptedException {
            EvaluationReport report = finish(evaluation(transport, NumbersTask.of(2), A));

            assertThatThrownBy(() -> report.of(B)).hasMessageContaining("not part of this run");
            assertThatThrownBy(() -> report.of(A).task("letters"))
                    .hasMessageContaining("letters")
                    .hasMessageContaining("numbers");
            assertThatThrownBy(() -> report.of(A).score("f1"))
                    .hasMessageContaining("f1")
                    .hasMessageContaining("exact_match");
        }
    }

    private static List<String> sentTo(ScriptedTransport transport, Node node) {
        List<String> texts = transport.sent.stream()
                .filter(key -> key.startsWith(node.id() + " "))
                .map(key -> key.substring(key.indexOf(' ')))
                .toList();
        assertThat(new HashSet<>(texts)).hasSameSizeAs(texts);
        return texts;
    }
}
