package network.pokt.mlqos.relay.shannon;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.relay.local.LocalPocket;
import network.pokt.mlqos.relay.local.MinerStyle;
import network.pokt.mlqos.transport.Blame;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.HttpMessages;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.ScriptedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Why a relay is not sent, or not served, and how it then ends. */
@Timeout(60)
class RefusedRelayTest {

    @Test
    void without_a_full_node_nothing_is_sent_and_no_node_is_blamed() throws Exception {
        try (Bench bench = Bench.start(MinerStyle.HA)) {
            bench.pocket.fullNode().broken(true);
            RelayFailure failure = bench.assertRejected(Rejection.CHAIN_UNAVAILABLE, FaultCause.CHAIN_UNAVAILABLE);
            assertThat(failure.cause().blame()).isEqualTo(Blame.OURS);

            bench.pocket.fullNode().broken(false);
            bench.assertAnswered();
        }
    }

    @Test
    void a_full_node_that_breaks_later_does_not_matter_within_a_session() throws Exception {
        try (Bench bench = Bench.start(MinerStyle.HA)) {
            bench.assertAnswered();
            bench.pocket.fullNode().broken(true);
            long asked = bench.pocket.fullNode().requests();

            bench.assertAnswered();

            assertThat(bench.pocket.fullNode().requests()).isEqualTo(asked);
        }
    }

    @Test
    void an_application_that_is_not_staked_has_to_be() throws Exception {
        try (Bench bench = Bench.start(
                network -> network.application("app", "llm"),
                pocket -> ShannonTransport.builder(ShannonNode.rest(pocket.uri()))
                        .application(
                                pocket.account("nobody").address(),
                                "llm",
                                pocket.account("nobody").key()))) {
            bench.assertRejected(Rejection.NO_SESSION, FaultCause.BAD_REQUEST);
        }
    }

    @Test
    void an_application_that_is_staked_for_another_service_has_no_session_here() throws Exception {
        try (Bench bench = Bench.start(
                network -> network.service("image", 1).application("app", "image"),
                pocket -> ShannonTransport.builder(ShannonNode.comet(pocket.uri()))
                        .application(
                                pocket.account("app").address(),
                                "llm",
                                pocket.account("app").key()))) {
            bench.assertRejected(Rejection.NO_SESSION, FaultCause.BAD_REQUEST);
        }
    }

    @Test
    void a_service_without_an_application_of_ours_is_out_of_reach() throws Exception {
        try (Bench bench = Bench.start(MinerStyle.HA)) {
            Node elsewhere = Node.builder(
                            new NodeId(bench.pocket.account("alice").address(), "image"),
                            bench.pocket.miner("alice").uri())
                    .build();

            assertThat(bench.transport.send(elsewhere, Bench.ASK))
                    .isInstanceOfSatisfying(
                            RelayFailure.class,
                            failure -> assertThat(failure.cause()).isEqualTo(FaultCause.OUT_OF_SESSION));
        }
    }

    @Test
    void a_supplier_outside_the_session_is_not_asked_and_not_blamed() throws Exception {
        try (Bench bench = Bench.start(MinerStyle.HA)) {
            Node stranger = Node.builder(
                            new NodeId(bench.pocket.account("mallory").address(), "llm"),
                            bench.pocket.miner("alice").uri())
                    .build();

            assertThat(bench.transport.send(stranger, Bench.ASK))
                    .isInstanceOfSatisfying(RelayFailure.class, failure -> {
                        assertThat(failure.cause()).isEqualTo(FaultCause.OUT_OF_SESSION);
                        assertThat(failure.cause().countsAsWrong()).isFalse();
                    });
            assertThat(bench.pocket.miner("alice").relays()).isZero();
        }
    }

    @Test
    void a_supplier_without_a_key_on_chain_is_not_asked() throws Exception {
        try (Bench bench = Bench.start(MinerStyle.HA)) {
            bench.pocket.withdrawKey("alice");

            bench.assertRejected(Rejection.NO_SUPPLIER_KEY, FaultCause.UNVERIFIED);
            assertThat(bench.pocket.miner("alice").relays()).isZero();
        }
    }

    @Test
    void an_application_without_a_key_on_chain_cannot_sign() throws Exception {
        try (Bench bench = Bench.start(MinerStyle.HA)) {
            bench.pocket.withdrawKey("app");

            bench.assertRejected(Rejection.KEY_NOT_DELEGATED, FaultCause.UNAUTHORIZED);
        }
    }

    @Test
    void beyond_what_the_session_pays_for_nothing_is_sent() throws Exception {
        // 15 suppliers and 2 sessions to settle make 300 / 30 = 10 uPOKT; a relay costs 100 * 0.14599 = 14.
        try (Bench bench = Bench.start(network -> network.application("app", "llm", 1_500), LocalPocket::transport)) {
            for (int i = 0; i < 3; i++) {
                bench.assertAnswered();
            }

            bench.assertRejected(Rejection.BUDGET_SPENT, FaultCause.OUT_OF_BUDGET);
            assertThat(bench.pocket.miner("alice").relays()).isEqualTo(3);

            bench.pocket.advance(10);
            bench.transport.refresh().join();
            bench.assertAnswered();
        }
    }

    @ParameterizedTest
    @EnumSource(MinerStyle.class)
    void a_miner_that_has_served_enough_says_so(MinerStyle style) throws Exception {
        try (Bench bench = Bench.start(style)) {
            bench.pocket.miner("alice").allow(1);
            bench.assertAnswered();

            RelayFailure failure = bench.assertRejected(Rejection.OVER_SERVICED, FaultCause.OVER_SERVICED);
            assertThat(failure.cause().blame()).isEqualTo(Blame.REFUSED);
        }
    }

    @ParameterizedTest
    @EnumSource(MinerStyle.class)
    void a_session_that_is_over_for_the_miner_is_replaced_and_the_relay_sent_again(MinerStyle style) throws Exception {
        try (Bench bench = Bench.start(style)) {
            bench.assertAnswered();
            bench.pocket.advance(12);

            bench.assertAnswered();

            assertThat(bench.rejections).containsExactly(Rejection.SESSION_INVALID);
            assertThat(bench.pocket.miner("alice").relays()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(MinerStyle.class)
    void a_miner_that_lags_behind_the_chain_refuses_a_session_that_has_begun(MinerStyle style) throws Exception {
        try (Bench bench = Bench.start(style)) {
            bench.pocket.advance(20);
            bench.pocket.miner("alice").lag(15);

            RelayFailure failure = bench.assertRejected(Rejection.SESSION_INVALID, FaultCause.SESSION_REFUSED);
            assertThat(failure.cause().blame()).isEqualTo(Blame.REFUSED);
        }
    }

    @Test
    void a_miner_that_refuses_every_session_cannot_make_us_flood_the_full_node() throws Exception {
        try (Bench bench = Bench.start(MinerStyle.HA)) {
            bench.pocket.advance(20);
            bench.pocket.miner("alice").lag(15);
            bench.assertRejected(Rejection.SESSION_INVALID, FaultCause.SESSION_REFUSED);
            long asked = bench.pocket.fullNode().requests();

            for (int i = 0; i < 20; i++) {
                bench.assertRejected(Rejection.SESSION_INVALID, FaultCause.SESSION_REFUSED);
            }

            assertThat(bench.pocket.fullNode().requests()).isEqualTo(asked);
        }
    }

    @ParameterizedTest
    @EnumSource(MinerStyle.class)
    void a_full_node_that_lags_behind_gives_sessions_that_are_over(MinerStyle style) throws Exception {
        try (Bench bench = Bench.start(style)) {
            bench.pocket.advance(30);
            bench.pocket.fullNode().lag(20);
            bench.assertRejected(Rejection.SESSION_INVALID, FaultCause.SESSION_REFUSED);
        }
    }

    @ParameterizedTest
    @CsvSource({"id, SESSION_INVALID", "start, SESSION_INVALID", "end, SESSION_INVALID"})
    void a_field_of_the_header_that_is_not_the_chains_is_refused(String field, Rejection rejection) throws Exception {
        try (Bench bench = Bench.start(
                network -> network.application("app", "llm"),
                pocket -> lying(pocket, LyingNode.header(ShannonNode.rest(pocket.uri()), field)))) {
            bench.assertRejected(rejection, rejection.cause());
        }
    }

    @ParameterizedTest
    @EnumSource(MinerStyle.class)
    void a_ring_with_a_foreign_key_in_it_is_refused(MinerStyle style) throws Exception {
        ScriptedServer backend = Bench.json();
        try (backend;
                LocalPocket pocket = LocalPocket.builder()
                        .service("llm", 100)
                        .supplier("alice", "llm", backend.uri(), style)
                        .application("app", "llm")
                        .application("foreigner", "llm")
                        .start();
                ShannonTransport transport = lying(
                                pocket,
                                LyingNode.delegation(
                                        ShannonNode.rest(pocket.uri()),
                                        pocket.account("foreigner").address()))
                        .build()) {
            transport.connect().join();

            assertThat(transport.send(transport.directory().nodes().get(0), Bench.ASK))
                    .isInstanceOfSatisfying(
                            RelayFailure.class,
                            failure -> assertThat(failure.cause()).isEqualTo(FaultCause.UNAUTHORIZED));
        }
    }

    private static ShannonTransport.Builder lying(LocalPocket pocket, ShannonNode node) {
        return ShannonTransport.builder(node)
                .application(
                        pocket.account("app").address(),
                        "llm",
                        pocket.account("app").key());
    }

    @Test
    void a_full_node_that_answers_another_session_is_not_believed() throws Exception {
        try (Bench bench = Bench.start(
                network -> network.application("app", "llm"),
                pocket -> lying(pocket, LyingNode.header(ShannonNode.rest(pocket.uri()), "service")))) {
            bench.assertRejected(Rejection.CHAIN_UNAVAILABLE, FaultCause.CHAIN_UNAVAILABLE);
        }
    }

    @Test
    void a_full_node_that_passes_off_another_key_as_the_suppliers_is_not_believed() throws Exception {
        try (Bench bench = Bench.start(
                network -> network.application("app", "llm"),
                pocket -> lying(
                        pocket,
                        LyingNode.key(
                                ShannonNode.rest(pocket.uri()),
                                pocket.account("alice").address(),
                                pocket.account("mallory").key().publicKey())))) {
            bench.assertRejected(Rejection.CHAIN_UNAVAILABLE, FaultCause.CHAIN_UNAVAILABLE);
        }
    }

    @ParameterizedTest
    @EnumSource(MinerStyle.class)
    void a_miner_whose_backend_is_gone_is_broken(MinerStyle style) throws Exception {
        try (LocalPocket pocket = LocalPocket.builder()
                        .service("llm", 100)
                        .supplier("alice", "llm", URI.create("http://127.0.0.1:1"), style)
                        .application("app", "llm")
                        .start();
                ShannonTransport transport = pocket.transport().build()) {
            transport.connect().join();

            assertThat(transport.send(transport.directory().nodes().get(0), Bench.ASK))
                    .isInstanceOfSatisfying(
                            RelayFailure.class,
                            failure -> assertThat(failure.cause()).isEqualTo(FaultCause.SERVER_ERROR));
        }
    }

    @ParameterizedTest
    @EnumSource(MinerStyle.class)
    void a_miner_that_does_not_hold_the_suppliers_key_cannot_serve(MinerStyle style) throws Exception {
        ScriptedServer backend = Bench.json();
        try (backend;
                LocalPocket pocket = LocalPocket.builder()
                        .service("llm", 100)
                        .supplier("alice", "llm", backend.uri(), style)
                        .supplier("bob", "llm", backend.uri(), style)
                        .application("app", "llm")
                        .start();
                ShannonTransport transport = pocket.transport().build()) {
            Node astray = Node.builder(
                            new NodeId(pocket.account("alice").address(), "llm"),
                            pocket.miner("bob").uri())
                    .build();

            assertThat(transport.send(astray, Bench.ASK))
                    .isInstanceOfSatisfying(
                            RelayFailure.class,
                            failure -> assertThat(failure.cause()).isEqualTo(FaultCause.SERVER_ERROR));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "307, {}, REDIRECTED",
        "400, {\"error\":\"bad protobuf\"}, REQUEST_INVALID",
        "400, {\"error\":\"implausible session heights\"}, SESSION_INVALID",
        "403, {\"error\":\"ring signature\"}, RING_REFUSED",
        "400, no json, REQUEST_INVALID",
        "404, {\"error\":\"unknown service\"}, SERVICE_NOT_SERVED",
        "413, {\"error\":\"too large\"}, REQUEST_INVALID",
        "429, {\"error\":\"session relay limit reached\"}, OVER_SERVICED",
        "500, {\"error\":\"internal\"}, MINER_BROKEN",
        "503, {\"error\":\"supplier\"}, MINER_BROKEN",
        "504, {\"error\":\"timeout\"}, BACKEND_TIMEOUT",
        "204, {}, NOT_A_RESPONSE",
        "418, {}, NOT_A_RESPONSE"
    })
    void every_status_of_a_miner_has_its_meaning(int status, String body, Rejection rejection) throws Exception {
        try (Bench bench = Bench.start(MinerStyle.HA);
                ScriptedServer miner = ScriptedServer.answering(HttpMessages.answer(
                        status, "application/json", status == 204 ? new byte[0] : body.getBytes()))) {
            Node node = Node.builder(bench.alice().id(), miner.uri()).build();

            RelayFailure failure = (RelayFailure) bench.transport.send(node, Bench.ASK);

            assertThat(bench.rejections).last().isEqualTo(rejection);
            assertThat(failure.cause()).isEqualTo(rejection.cause());
            assertThat(failure.status()).hasValue(status);
        }
    }

    @Test
    void a_miner_that_says_when_to_come_back_is_busy() throws Exception {
        try (Bench bench = Bench.start(MinerStyle.HA);
                ScriptedServer miner = ScriptedServer.answering(HttpMessages.withHeader(
                        HttpMessages.answer(503, "application/json", new byte[] {'{', '}'}), "Retry-After", "7"))) {
            Node node = Node.builder(bench.alice().id(), miner.uri()).build();

            RelayFailure failure = (RelayFailure) bench.transport.send(node, Bench.ASK);

            assertThat(failure.cause()).isEqualTo(FaultCause.OVERLOADED);
            assertThat(failure.retryAfter()).contains(Duration.ofSeconds(7));
            assertThat(Rejection.MINER_BUSY.next()).isEqualTo(NextStep.BACK_OFF);
        }
    }
}
