package network.pokt.mlqos.relay.shannon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.relay.local.LocalPocket;
import network.pokt.mlqos.relay.local.MinerStyle;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.HttpMessages;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.ScriptedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class ShannonTransportTest {

    private static final RelayRequest ASK =
            RelayRequest.postJson("/v1/completions", Payload.of("{\"prompt\":\"2+2\"}"));

    private ScriptedServer backend;

    @BeforeEach
    void startBackend() {
        backend = ScriptedServer.answering(HttpMessages.answer(201, "application/json", "{\"a\":1}".getBytes()));
    }

    @AfterEach
    void stopBackend() {
        backend.close();
    }

    private LocalPocket.Builder network() {
        return network(MinerStyle.HA);
    }

    private LocalPocket.Builder network(MinerStyle style) {
        return LocalPocket.builder().service("llm", 100).supplier("alice", "llm", backend.uri(), style);
    }

    @ParameterizedTest
    @EnumSource(MinerStyle.class)
    void a_relay_reaches_the_backend_of_a_supplier_and_its_answer_comes_back(MinerStyle style) throws Exception {
        try (LocalPocket pocket = network(style).application("app", "llm").start();
                ShannonTransport transport = pocket.transport().build()) {
            transport.connect().join();
            Node alice = transport.directory().nodes().get(0);

            RelayOutcome outcome = transport.send(alice, ASK);

            assertThat(outcome).isInstanceOfSatisfying(RelayResponse.class, response -> {
                assertThat(response.status()).isEqualTo(201);
                assertThat(response.body().utf8()).isEqualTo("{\"a\":1}");
                assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
            });
            assertThat(alice.id().supplier()).isEqualTo(pocket.account("alice").address());
            assertThat(alice.operator()).contains("127.0.0.1");
            assertThat(pocket.miner("alice").relays()).isOne();
        }
    }

    @Test
    void a_gateway_signs_for_the_application_that_delegates_to_it() throws Exception {
        try (LocalPocket pocket = network().application("app", "llm", "gateway").start();
                ShannonTransport transport = ShannonTransport.builder(ShannonNode.comet(pocket.uri()))
                        .application(
                                pocket.account("app").address(),
                                "llm",
                                pocket.account("gateway").key())
                        .build()) {
            transport.connect().join();

            assertThat(transport.send(transport.directory().nodes().get(0), ASK))
                    .isInstanceOf(RelayResponse.class);
        }
    }

    @Test
    void a_key_to_which_nobody_delegates_is_refused_before_anything_is_sent() throws Exception {
        try (LocalPocket pocket = network().application("app", "llm").start();
                ShannonTransport transport = ShannonTransport.builder(ShannonNode.rest(pocket.uri()))
                        .application(
                                pocket.account("app").address(),
                                "llm",
                                pocket.account("stranger").key())
                        .build()) {
            assertThatThrownBy(() -> transport.connect().join())
                    .isInstanceOf(CompletionException.class)
                    .hasRootCauseInstanceOf(ChainException.class)
                    .rootCause()
                    .hasMessageContaining("may not sign for application");

            Node alice = Node.at(URI.create("http://127.0.0.1:1"), "m");
            RelayOutcome outcome = transport.send(
                    Node.builder(new network.pokt.mlqos.node.NodeId(alice.id().supplier(), "llm"), alice.endpoint())
                            .build(),
                    ASK);
            assertThat(((RelayFailure) outcome).cause()).isEqualTo(FaultCause.UNAUTHORIZED);
        }
    }

    @Test
    void evidence_of_every_relay_is_handed_out() throws Exception {
        List<RelayProof> proofs = new CopyOnWriteArrayList<>();
        try (LocalPocket pocket = network().application("app", "llm").start();
                ShannonTransport transport =
                        pocket.transport().onProof(proofs::add).build()) {
            transport.connect().join();

            transport.send(transport.directory().nodes().get(0), ASK);

            assertThat(proofs).hasSize(1).allMatch(RelayProof::verify);
        }
    }
}
