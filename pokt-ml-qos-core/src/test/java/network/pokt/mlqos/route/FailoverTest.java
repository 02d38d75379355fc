package network.pokt.mlqos.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import network.pokt.mlqos.inference.ChatAnswer;
import network.pokt.mlqos.inference.ChatMessage;
import network.pokt.mlqos.inference.ChatRequest;
import network.pokt.mlqos.inference.SamplingParameters;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.price.Rate;
import network.pokt.mlqos.route.Stage.Act;
import network.pokt.mlqos.transport.FaultCause;
import org.junit.jupiter.api.Test;

/** What becomes of a request when nodes fail, keep silent or break off. */
class FailoverTest {

    private static final Node A = Stage.node("a", "one");
    private static final Node B = Stage.node("b", "two");
    private static final Node C = Stage.node("c", "one");
    private static final Duration SOON = Duration.ofMillis(300);
    private static final Duration TOKEN = Duration.ofMillis(20);
    private static final Act GOOD = Act.streams(SOON, TOKEN, "all", " is", " well");

    private final Stage stage = new Stage();
    private final List<String> shown = new ArrayList<>();

    private QosRouterBuilder router(Node... nodes) {
        return QosRouter.builder(NodeDirectory.of(nodes))
                .transport(stage)
                .time(stage.time)
                .facts(node -> NodeFacts.priced(Rate.perMillionTokens("USD", "1", "2")))
                .exploration(Exploration.NONE)
                .seed(1);
    }

    private static RouteNeeds firstTo(Node node) {
        return RouteNeeds.builder().prefer(node.id()).build();
    }

    private static ChatRequest request(boolean stream) {
        return ChatRequest.of(
                "m",
                List.of(ChatMessage.user("How are you?")),
                SamplingParameters.builder().stream(stream).maxTokens(50).build());
    }

    private RoutedAnswer<ChatAnswer> ask(QosRouter router, Node first, boolean stream) {
        return finished(router.chatAsync(request(stream), firstTo(first), new ContentListener() {
            @Override
            public void onText(String text) {
                shown.add(text);
            }

            @Override
            public void onRestart() {
                shown.add("<restart>");
            }
        }));
    }

    private <T> T finished(CompletableFuture<T> future) {
        stage.time.advance(Duration.ofMinutes(5));
        assertThat(future).isDone();
        return future.join();
    }

    @Test
    void an_answer_is_shown_piece_by_piece_and_billed() {
        stage.on(A, GOOD);
        RoutedAnswer<ChatAnswer> routed = ask(router(A).build(), A, true);
        assertThat(routed.answer().first().content()).isEqualTo("all is well");
        assertThat(shown).containsExactly("all", " is", " well");
        assertThat(routed.cost()).isPositive();
        assertThat(routed.extraCost()).isZero();
        assertThat(routed.attempts().get(0).firstContent()).contains(SOON);
    }

    @Test
    void a_node_that_fails_before_content_is_replaced_by_another_operators() {
        stage.on(A, Act.status(500)).on(B, GOOD).on(C, GOOD);
        RoutedAnswer<ChatAnswer> routed = ask(router(A, B, C).build(), A, true);
        assertThat(routed.node()).contains(B);
        assertThat(routed.attempts())
                .extracting(Attempt::purpose)
                .containsExactly(Attempt.Purpose.FIRST, Attempt.Purpose.FAILOVER);
        assertThat(routed.attempts().get(0).fault()).contains(FaultCause.SERVER_ERROR);
    }

    @Test
    void nobody_is_asked_again_after_the_first_content() {
        stage.on(A, Act.streams(SOON, TOKEN, "half").withoutEnd().thenCut()).on(B, GOOD);
        RoutedAnswer<ChatAnswer> routed = ask(router(A, B).build(), A, true);
        assertThat(routed.failure()).isPresent();
        assertThat(stage.asked).containsExactly(A.id());
        assertThat(routed.extraCost()).isPositive();
        assertThatThrownBy(routed::answer).isInstanceOf(RouteException.class).hasMessageContaining("STREAM_CUT");
    }

    @Test
    void a_cut_answer_begins_anew_where_that_is_asked_for() {
        stage.on(A, Act.streams(SOON, TOKEN, "half").withoutEnd().thenCut()).on(B, GOOD);
        QosRouter router = router(A, B)
                .failover(FailoverRule.DEFAULT.onCut(CutPolicy.RESTART))
                .build();
        RoutedAnswer<ChatAnswer> routed = ask(router, A, true);
        assertThat(routed.answer().first().content()).isEqualTo("all is well");
        assertThat(shown).containsExactly("half", "<restart>", "all", " is", " well");
    }

    @Test
    void a_cut_answer_is_gone_on_with_where_that_is_asked_for() {
        stage.on(A, Act.streams(SOON, TOKEN, "all").withoutEnd().thenCut())
                .on(B, Act.streams(SOON, TOKEN, " is", " well"));
        QosRouter router = router(A, B)
                .failover(FailoverRule.DEFAULT.onCut(CutPolicy.CONTINUE))
                .build();
        RoutedAnswer<ChatAnswer> routed = ask(router, A, true);
        assertThat(routed.answer().first().content()).isEqualTo("all is well");
        assertThat(shown).containsExactly("all", " is", " well");
        assertThat(stage.bodies.get(1)).contains("continue_final_message");
        assertThat(routed.attempts().get(1).purpose()).isEqualTo(Attempt.Purpose.CONTINUATION);
    }

    @Test
    void a_silent_node_is_given_up_for_another() {
        stage.on(A, Act.streams(Duration.ofMinutes(1), TOKEN, "late")).on(B, GOOD);
        RoutedAnswer<ChatAnswer> routed = ask(router(A, B).build(), A, true);
        assertThat(routed.node()).contains(B);
        assertThat(stage.cancelled).containsExactly(A.id());
        assertThat(routed.attempts().get(0).took()).isEqualTo(FailoverRule.DEFAULT.patience());
    }

    @Test
    void a_silent_node_is_waited_for_if_it_is_the_only_one() {
        stage.on(A, Act.streams(Duration.ofMinutes(1), TOKEN, "late"));
        assertThat(ask(router(A).build(), A, true).answer().first().content()).isEqualTo("late");
    }

    @Test
    void a_refusal_is_the_callers_if_a_second_node_refuses_too() {
        stage.on(A, Act.status(400)).on(B, Act.status(400)).on(C, GOOD);
        RoutedAnswer<ChatAnswer> routed = ask(router(A, B, C).build(), A, true);
        assertThat(routed.failure().orElseThrow().cause()).isEqualTo(FaultCause.BAD_REQUEST);
        assertThat(stage.asked).hasSize(2);
    }

    @Test
    void a_refusal_is_the_nodes_if_another_takes_the_request() {
        stage.on(A, Act.status(404)).on(B, GOOD);
        QosRouter router = router(A, B).build();
        assertThat(ask(router, A, true).node()).contains(B);
        assertThat(router.view(A.id()).orElseThrow().faultEvidence()).isPositive();
        assertThat(router.view(B.id()).orElseThrow().faultEvidence()).isZero();
    }

    @Test
    void a_rate_limit_is_held_against_nobody_and_waited_for_within_the_deadline() {
        stage.on(A, time -> time == 1 ? Act.status(429).header("Retry-After", "7") : GOOD);
        QosRouter router = router(A).build();
        RoutedAnswer<ChatAnswer> routed = ask(router, A, true);
        assertThat(routed.answer().first().content()).isEqualTo("all is well");
        assertThat(routed.attempts()).hasSize(2);
        assertThat(router.view(A.id()).orElseThrow().faultEvidence()).isZero();
        assertThat(router.view(A.id()).orElseThrow().signals().reliability()).isGreaterThan(0.95);
    }

    @Test
    void a_rate_limit_beyond_the_deadline_is_an_answer() {
        stage.on(A, Act.status(429).header("Retry-After", "3600"));
        RoutedAnswer<ChatAnswer> routed = ask(router(A).build(), A, true);
        assertThat(routed.failure().orElseThrow().cause()).isEqualTo(FaultCause.RATE_LIMITED);
    }

    @Test
    void all_attempts_end_within_the_deadline() {
        stage.on(A, Act.fails(FaultCause.SERVER_ERROR, Duration.ofSeconds(8)))
                .on(B, Act.fails(FaultCause.SERVER_ERROR, Duration.ofSeconds(8)));
        RouteNeeds needs = RouteNeeds.builder().deadline(Duration.ofSeconds(10)).build();
        var future = router(A, B).build().chatAsync(request(false), needs, ContentListener.NONE);
        stage.time.advance(Duration.ofSeconds(10));
        assertThat(future).isDone();
        assertThat(future.join().failure()).isPresent();
    }

    @Test
    void retries_have_a_budget() {
        stage.on(A, Act.status(500)).on(B, Act.status(500));
        QosRouter router = router(A, B).build();
        int requests = 400;
        for (int i = 0; i < requests; i++) {
            ask(router, A, false);
        }
        assertThat(stage.asked.size() - requests).isLessThanOrEqualTo((int) (0.2 * requests) + 26);
    }

    @Test
    void a_late_first_token_is_hedged_at_another_operator_and_the_loser_cancelled() {
        stage.on(A, time -> time <= 40 ? GOOD : Act.streams(Duration.ofSeconds(9), TOKEN, "late"))
                .on(B, GOOD)
                .on(C, GOOD);
        QosRouter router = router(A, B, C).hedging(new HedgeRule(0.05)).build();
        for (int i = 0; i < 40; i++) {
            ask(router, A, true);
        }
        stage.cancelled.clear();
        RoutedAnswer<ChatAnswer> routed = ask(router, A, true);
        assertThat(routed.node()).contains(B);
        assertThat(routed.attempts())
                .extracting(Attempt::purpose)
                .containsExactly(Attempt.Purpose.FIRST, Attempt.Purpose.HEDGE);
        assertThat(stage.cancelled).containsExactly(A.id());
        assertThat(routed.extraCost()).isPositive().isLessThan(routed.cost());
        assertThat(routed.attempts().get(1).firstContent()).contains(SOON);
    }

    @Test
    void nothing_is_hedged_by_default() {
        stage.on(A, time -> time <= 40 ? GOOD : Act.streams(Duration.ofMillis(1500), TOKEN, "late"))
                .on(B, GOOD);
        QosRouter router = router(A, B).build();
        for (int i = 0; i < 60; i++) {
            ask(router, A, true);
        }
        assertThat(stage.asked).doesNotContain(B.id());
    }

    @Test
    void a_cancelled_call_aborts_its_relay_and_blames_nobody() {
        stage.on(A, Act.streams(Duration.ofMinutes(1), TOKEN, "late"));
        QosRouter router = router(A).build();
        var future = router.chatAsync(request(true), RouteNeeds.ANY, ContentListener.NONE);
        stage.time.advance(Duration.ofSeconds(1));
        future.cancel(true);
        assertThat(stage.cancelled).containsExactly(A.id());
        NodeView view = router.view(A.id()).orElseThrow();
        assertThat(view.signals().inFlight()).isZero();
        assertThat(view.faultEvidence()).isZero();
    }

    @Test
    void the_bill_follows_the_claimed_usage_of_a_whole_answer() {
        stage.on(A, Act.says("forbidden unauthorized rate limit certificate"));
        RoutedAnswer<ChatAnswer> routed = ask(router(A).build(), A, false);
        assertThat(routed.cost()).isEqualByComparingTo(new BigDecimal("0.0012"));
    }
}
