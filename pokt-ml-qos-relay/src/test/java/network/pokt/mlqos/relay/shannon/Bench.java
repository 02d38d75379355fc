package network.pokt.mlqos.relay.shannon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeId;
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

/** A backend, a local network of one supplier in front of it, and a transport that relays to it. */
final class Bench implements AutoCloseable {

    static final RelayRequest ASK = RelayRequest.postJson("/v1/completions", Payload.of("{\"prompt\":\"2+2\"}"));

    final ScriptedServer backend;
    final LocalPocket pocket;
    final ShannonTransport transport;
    final List<Rejection> rejections = new CopyOnWriteArrayList<>();

    private Bench(
            ScriptedServer backend,
            UnaryOperator<LocalPocket.Builder> network,
            Function<LocalPocket, ShannonTransport.Builder> transport)
            throws IOException {
        this.backend = backend;
        this.pocket = network.apply(LocalPocket.builder().service("llm", 100)).start();
        this.transport = transport
                .apply(pocket)
                .onRejection((node, rejection) -> rejections.add(rejection))
                .build();
    }

    static ScriptedServer json() {
        return ScriptedServer.answering(
                HttpMessages.answer(200, "application/json", "{}".getBytes(StandardCharsets.US_ASCII)));
    }

    static ScriptedServer events() {
        return ScriptedServer.answering(HttpMessages.answer(
                200,
                "text/event-stream",
                "data: 1\n\ndata: 2\n\ndata: [DONE]\n\n".getBytes(StandardCharsets.US_ASCII)));
    }

    /** Alice serves one application, in sessions that she is always in. */
    static Bench start(ScriptedServer backend, MinerStyle style) throws IOException {
        return new Bench(
                backend,
                network ->
                        network.supplier("alice", "llm", backend.uri(), style).application("app", "llm"),
                LocalPocket::transport);
    }

    static Bench start(MinerStyle style) throws IOException {
        return start(json(), style);
    }

    static Bench start(
            UnaryOperator<LocalPocket.Builder> network, Function<LocalPocket, ShannonTransport.Builder> transport)
            throws IOException {
        ScriptedServer backend = json();
        return new Bench(backend, each -> network.apply(each.supplier("alice", "llm", backend.uri())), transport);
    }

    Node alice() {
        return Node.builder(
                        new NodeId(pocket.account("alice").address(), "llm"),
                        pocket.miner("alice").uri())
                .build();
    }

    RelayOutcome ask() throws InterruptedException {
        return transport.send(alice(), ASK);
    }

    void assertAnswered() throws InterruptedException {
        assertThat(ask()).isInstanceOf(RelayResponse.class);
    }

    /** Asserts that the next relay ends in exactly this way, and that the words repeat nothing of a miner. */
    RelayFailure assertRejected(Rejection rejection, FaultCause cause) throws InterruptedException {
        RelayOutcome outcome = ask();
        assertThat(outcome).isInstanceOf(RelayFailure.class);
        RelayFailure failure = (RelayFailure) outcome;
        assertThat(failure.cause()).as(failure.detail()).isEqualTo(cause);
        assertThat(rejections).last().isEqualTo(rejection);
        assertThat(failure.detail()).endsWith(".");
        return failure;
    }

    @Override
    public void close() {
        transport.close();
        pocket.close();
        backend.close();
    }
}
