package network.pokt.mlqos.relay.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.relay.http.OpenAiHttpTransport;
import network.pokt.mlqos.transport.Blame;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.HttpMessages;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayListener;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.ScriptedConnection;
import network.pokt.mlqos.transport.ScriptedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatewayTransportTest {

    private static final RelayRequest ASK = RelayRequest.postJson("/v1/chat/completions", Payload.of("{}"));

    private final AtomicReference<ScriptedConnection.Request> seen = new AtomicReference<>();
    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    @Test
    void aSupplierIsAskedForByServiceApplicationAndAddress() throws Exception {
        URI gateway = gateway(200, Map.of());
        GatewayTransport transport = open(GatewayTransport.builder()
                .application("pokt1application")
                .http(OpenAiHttpTransport.builder().bearerToken("key").build())
                .build());

        transport.send(GatewayTransport.supplier(gateway, "llm", "pokt1a").build(), ASK);

        assertThat(seen.get().headers())
                .containsEntry("Target-Service-Id", "llm")
                .containsEntry("App-Address", "pokt1application")
                .containsEntry("Target-Suppliers", "pokt1a")
                .containsEntry("Authorization", "Bearer key")
                .containsEntry("Content-Type", "application/json");
        assertThat(seen.get().target()).isEqualTo("/v1/chat/completions");
    }

    @Test
    void theGatewaysOwnChoiceIsLeftToIt() throws Exception {
        Node any = GatewayTransport.anySupplier(gateway(200, Map.of("X-Supplier-Address", "pokt1b")), "llm")
                .build();

        RelayOutcome outcome = open(GatewayTransport.create()).send(any, ASK);

        assertThat(seen.get().headers()).doesNotContainKeys("Target-Suppliers", "App-Address");
        assertThat(GatewayReport.of((RelayResponse) outcome).supplier()).contains("pokt1b");
    }

    @Test
    void whatTheRequestSaysItselfStands() throws Exception {
        RelayRequest pinned = RelayRequest.builder("POST", "/")
                .header("target-suppliers", "pokt1x,pokt1y")
                .body(Payload.of("{}"))
                .build();

        open(GatewayTransport.create()).send(supplier(gateway(200, Map.of())), pinned);

        assertThat(seen.get().headers()).containsEntry("Target-Suppliers", "pokt1x,pokt1y");
    }

    @Test
    void anAnswerOfAnotherSupplierIsNeverTakenForTheNodes() throws Exception {
        Node node = supplier(gateway(200, Map.of("X-Supplier-Address", "pokt1other")));
        List<String> shown = new ArrayList<>();
        RelayListener listener = new RelayListener() {
            @Override
            public void onHead(int status, HttpHeaders headers) {
                shown.add("head");
            }
        };

        RelayOutcome outcome =
                open(GatewayTransport.create()).sendAsync(node, ASK, listener).get();

        assertThat(outcome).isInstanceOfSatisfying(RelayFailure.class, failure -> {
            assertThat(failure.cause()).isEqualTo(FaultCause.SESSION_REFUSED);
            assertThat(failure.cause().blame()).isEqualTo(Blame.REFUSED);
            assertThat(failure.detail()).isEqualTo("The gateway had another supplier answer than the one asked for.");
        });
        assertThat(shown).isEmpty();
    }

    @Test
    void anAnswerOfAnUnknownSupplierStandsUnlessConfirmationIsAskedFor() throws Exception {
        Node node = supplier(gateway(200, Map.of()));

        RelayOutcome lenient = open(GatewayTransport.create()).send(node, ASK);
        RelayOutcome strict =
                open(GatewayTransport.builder().onlyConfirmed(true).build()).send(node, ASK);

        assertThat(GatewayReport.of((RelayResponse) lenient).supplier()).isEmpty();
        assertThat(strict)
                .isInstanceOfSatisfying(
                        RelayFailure.class,
                        failure -> assertThat(failure.detail())
                                .isEqualTo("The gateway does not say which supplier answered."));
    }

    @Test
    void aFailureOfTheGatewayItselfIsShownAsItCame() throws Exception {
        Node node = supplier(gateway(503, Map.of()));

        RelayOutcome outcome =
                open(GatewayTransport.builder().onlyConfirmed(true).build()).send(node, ASK);

        assertThat(((RelayResponse) outcome).status()).isEqualTo(503);
    }

    @Test
    void aReportTellsWhatIsKnownAndNoMore() {
        GatewayReport full = GatewayReport.of(headers(Map.of(
                "X-Supplier-Address", "pokt1b",
                "X-App-Address", "pokt1app",
                "X-Session-ID", "5e55",
                "X-Suppliers-Tried", "pokt1a, pokt1b,",
                "X-Retry-Count", "1")));
        GatewayReport none = GatewayReport.of(headers(Map.of("X-Retry-Count", "many", "X-App-Address", " ")));

        assertThat(full).hasToString("supplier pokt1b, application pokt1app, session 5e55");
        assertThat(full.suppliersTried()).containsExactly("pokt1a", "pokt1b");
        assertThat(full.retries()).hasValue(1);
        assertThat(none).hasToString("supplier ?, application ?, session ?");
        assertThat(none.suppliersTried()).isEmpty();
        assertThat(none.retries()).isEmpty();
    }

    private static HttpHeaders headers(Map<String, String> fields) {
        Map<String, List<String>> lists = new HashMap<>();
        fields.forEach((name, value) -> lists.put(name, List.of(value)));
        return HttpHeaders.of(lists, (name, value) -> true);
    }

    private Node supplier(URI gateway) {
        return GatewayTransport.supplier(gateway, "llm", "pokt1a").build();
    }

    private URI gateway(int status, Map<String, String> headers) {
        ScriptedServer server = open(ScriptedServer.start(connection -> {
            seen.set(connection.expectRequest());
            byte[] answer = HttpMessages.answer(status, "application/json", "{}".getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, String> header : headers.entrySet()) {
                answer = HttpMessages.withHeader(answer, header.getKey(), header.getValue());
            }
            connection.send(answer);
        }));
        return server.uri();
    }

    private <T extends AutoCloseable> T open(T resource) {
        opened.add(0, resource);
        return resource;
    }
}
