package network.pokt.mlqos.relay.shannon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import network.pokt.mlqos.relay.local.LocalPocket;
import network.pokt.mlqos.relay.shannon.message.Account;
import network.pokt.mlqos.relay.shannon.message.Application;
import network.pokt.mlqos.relay.shannon.message.RpcType;
import network.pokt.mlqos.relay.shannon.message.Session;
import network.pokt.mlqos.relay.shannon.message.SharedParams;
import network.pokt.mlqos.time.VirtualTime;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.HttpMessages;
import network.pokt.mlqos.transport.ScriptedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class ShannonNodeTest {

    private static LocalPocket network() throws Exception {
        return LocalPocket.builder()
                .service("llm", 100)
                .supplier("alice", "llm", URI.create("http://127.0.0.1:1"))
                .supplier("bob", "llm", URI.create("http://127.0.0.1:1"))
                .application("app", "llm", "gateway")
                .start();
    }

    @Test
    void rest_and_comet_tell_the_same() throws Exception {
        try (LocalPocket pocket = network();
                ShannonNode rest = ShannonNode.rest(pocket.uri());
                ShannonNode comet = ShannonNode.comet(pocket.uri())) {
            pocket.advance(24);
            String app = pocket.account("app").address();
            String alice = pocket.account("alice").address();
            List<Function<ShannonNode, CompletableFuture<?>>> questions = List.of(
                    node -> node.session(app, "llm", ShannonNode.LATEST),
                    node -> node.session(app, "llm", 3),
                    node -> node.application(app),
                    node -> node.supplier(alice),
                    node -> node.service("llm"),
                    node -> node.sharedParams(ShannonNode.LATEST),
                    node -> node.sharedParams(7),
                    ShannonNode::suppliersPerSession,
                    node -> node.relayMiningDifficulty("llm"),
                    node -> node.account(app),
                    node -> node.account("pokt1nobody"),
                    ShannonNode::height);

            for (Function<ShannonNode, CompletableFuture<?>> question : questions) {
                assertThat(question.apply(comet).join())
                        .isEqualTo(question.apply(rest).join());
            }
            Session session = rest.session(app, "llm", ShannonNode.LATEST).join();
            assertThat(session.header()).isEqualTo(pocket.session("app", "llm"));
            assertThat(session.header().sessionStartBlockHeight()).isEqualTo(21);
            assertThat(session.number()).isEqualTo(3);
            assertThat(session.suppliers()).hasSize(2);
            assertThat(session.application().delegateeGatewayAddresses())
                    .containsExactly(pocket.account("gateway").address());
            assertThat(session.suppliers()
                            .get(0)
                            .services()
                            .get(0)
                            .endpoints()
                            .get(0)
                            .rpcType())
                    .isEqualTo(RpcType.JSON_RPC);
            assertThat(rest.height().join()).isEqualTo(25);
        }
    }

    @ParameterizedTest
    @CsvSource({"rest", "comet"})
    void what_the_chain_does_not_know_is_a_no_and_what_it_does_not_know_yet_is_not(String kind) throws Exception {
        try (LocalPocket pocket = network();
                ShannonNode node =
                        kind.equals("rest") ? ShannonNode.rest(pocket.uri()) : ShannonNode.comet(pocket.uri())) {
            assertFault(node.application("pokt1nobody"), FaultCause.BAD_REQUEST);
            assertFault(node.supplier("pokt1nobody"), FaultCause.BAD_REQUEST);
            assertFault(node.service("nothing"), FaultCause.BAD_REQUEST);
            assertFault(node.session("pokt1nobody", "llm", 0), FaultCause.BAD_REQUEST);
            assertFault(node.session(pocket.account("app").address(), "llm", 99), FaultCause.CHAIN_UNAVAILABLE);
        }
    }

    private static void assertFault(CompletableFuture<?> future, FaultCause fault) {
        assertThatThrownBy(future::join)
                .cause()
                .isInstanceOfSatisfying(
                        ChainException.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {}                                                      | 'session' is not an object
            {"session":{"header":{"application_address":"a"}}}      | 'session.header.service_id' is not a text
            {"session":{"header":{"application_address":"a","service_id":"s","session_id":"i",\
            "session_start_block_height":"many"}}}                  | is not a number of 64 bits
            [1                                                      | something else than expected
            """)
    void an_answer_that_is_none_names_what_is_wrong(String body, String words) throws Exception {
        byte[] answer = HttpMessages.answer(200, "application/json", body.getBytes(StandardCharsets.UTF_8));
        try (ScriptedServer server = ScriptedServer.answering(answer);
                ShannonNode node = ShannonNode.rest(server.uri())) {
            assertThatThrownBy(() -> node.session("a", "s", 0).join())
                    .cause()
                    .isInstanceOf(ChainException.class)
                    .hasMessageContaining(words)
                    .hasMessageContaining(server.uri().toString());
        }
    }

    /** Bytes and names as cosmos-sdk writes them, of accounts that nest the base account. */
    @Test
    void the_key_of_an_account_is_found_however_deep_it_stands() throws Exception {
        String key = "AhBm8pNwk1aj6cE4F4Z1h7r1JRPoRbw0UjOhXtHgC68K";
        Map<String, Boolean> bodies = Map.of(
                "{\"account\":{\"@type\":\"/cosmos.auth.v1beta1.BaseAccount\",\"address\":\"a\",\"pub_key\":"
                        + "{\"@type\":\"/cosmos.crypto.secp256k1.PubKey\",\"key\":\"" + key + "\"}}}",
                true,
                "{\"account\":{\"@type\":\"/cosmos.vesting.v1beta1.PeriodicVestingAccount\","
                        + "\"base_vesting_account\":{\"base_account\":{\"address\":\"a\",\"pub_key\":"
                        + "{\"@type\":\"/cosmos.crypto.secp256k1.PubKey\",\"key\":\"" + key + "\"}}}}}",
                true,
                "{\"account\":{\"address\":\"a\",\"pub_key\":null}}",
                false,
                "{\"account\":{\"address\":\"a\",\"pub_key\":{\"@type\":\"/cosmos.crypto.ed25519.PubKey\",\"key\":\""
                        + key + "\"}}}",
                false);
        for (Map.Entry<String, Boolean> body : bodies.entrySet()) {
            byte[] answer =
                    HttpMessages.answer(200, "application/json", body.getKey().getBytes(StandardCharsets.UTF_8));
            try (ScriptedServer server = ScriptedServer.answering(answer);
                    ShannonNode node = ShannonNode.rest(server.uri())) {
                Account account = node.account("a").join();
                assertThat(account.publicKey().size()).as(body.getKey()).isEqualTo(body.getValue() ? 33 : 0);
            }
        }
    }

    @Test
    void gateways_that_leave_are_read_with_their_heights() throws Exception {
        String body = "{\"application\":{\"address\":\"a\",\"stake\":{\"denom\":\"upokt\",\"amount\":\"7\"},"
                + "\"service_configs\":[{\"service_id\":\"llm\"}],\"delegatee_gateway_addresses\":[\"g\"],"
                + "\"pending_undelegations\":{\"40\":{\"gateway_addresses\":[\"h\"]}}}}";
        byte[] answer = HttpMessages.answer(200, "application/json", body.getBytes(StandardCharsets.UTF_8));
        try (ScriptedServer server = ScriptedServer.answering(answer);
                ShannonNode node = ShannonNode.rest(server.uri())) {
            Application application = node.application("a").join();

            assertThat(application.gatewaysAt(40)).containsExactly("g", "h");
            assertThat(application.gatewaysAt(41)).containsExactly("g");
        }
    }

    @Test
    void what_cannot_change_is_asked_once_and_a_missing_key_again_after_a_while() throws Exception {
        VirtualTime time = new VirtualTime();
        try (LocalPocket pocket = network();
                ShannonNode node = ShannonNode.rest(pocket.uri()).remembering(time)) {
            String app = pocket.account("app").address();
            node.account(app).join();
            node.sharedParams(1).join();
            SharedParams params = node.sharedParams(1).join();
            node.session(app, "llm", 1).join();
            node.account("pokt1nobody").join();
            long asked = pocket.fullNode().requests();

            time.advance(Duration.ofMinutes(14));
            node.account(app).join();
            assertThat(node.sharedParams(1).join()).isSameAs(params);
            node.session(app, "llm", 1).join();
            node.account("pokt1nobody").join();
            assertThat(pocket.fullNode().requests()).isEqualTo(asked);

            time.advance(Duration.ofMinutes(2));
            node.account(app).join();
            assertThat(pocket.fullNode().requests()).isEqualTo(asked);
            node.account("pokt1nobody").join();
            assertThat(pocket.fullNode().requests()).isEqualTo(asked + 1);
        }
    }
}
