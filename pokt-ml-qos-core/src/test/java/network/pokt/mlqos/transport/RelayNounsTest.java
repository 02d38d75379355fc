package network.pokt.mlqos.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import network.pokt.mlqos.node.Node;
import org.junit.jupiter.api.Test;

/** Requests, outcomes and the blocking call of a transport. */
class RelayNounsTest {

    private static final RelayTiming TIMING = RelayTiming.none(Instant.EPOCH);
    private static final HttpHeaders NO_HEADERS = HttpHeaders.of(Map.of(), (name, value) -> true);
    private static final Node NODE = Node.at(URI.create("http://node"), "model");
    private static final RelayRequest ASK = RelayRequest.get("/v1/models");

    /** Returns a transport whose relays all end as {@code future} does. */
    private static RelayTransport transport(CompletableFuture<RelayOutcome> future) {
        return new RelayTransport() {
            @Override
            public CompletableFuture<RelayOutcome> sendAsync(Node node, RelayRequest request, RelayListener listener) {
                return future;
            }

            @Override
            public void close() {}
        };
    }

    @Test
    void a_request_names_its_headers_but_not_their_values() {
        RelayRequest request = RelayRequest.builder("post", "/v1/completions")
                .header("Authorization", "Bearer sk-secret")
                .body(Payload.of("my prompt"))
                .build();

        assertThat(request).hasToString("POST /v1/completions [Authorization] 9 bytes");
    }

    @Test
    void a_request_keeps_all_values_of_a_header_in_order() {
        RelayRequest request = RelayRequest.builder("GET", "/")
                .header("X-A", "1")
                .header("x-a", "2")
                .build();

        assertThat(request.headers().allValues("X-A")).containsExactly("1", "2");
    }

    @Test
    void a_json_request_says_that_it_is_one() {
        RelayRequest request = RelayRequest.postJson("/", Payload.of("{}"));

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.headers().firstValue("content-type")).contains("application/json");
        assertThat(request.timeout()).isEqualTo(RelayRequest.DEFAULT_TIMEOUT);
        assertThat(request.withTimeout(Duration.ofSeconds(1)).timeout()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_request_that_goes_nowhere_or_has_no_time_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RelayRequest.get("v1/models"))
                .withMessage("The path 'v1/models' must begin with '/'.");
        assertThatIllegalArgumentException().isThrownBy(() -> ASK.withTimeout(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> ASK.withTimeout(Duration.ofNanos(-1)));
    }

    @Test
    void a_response_tells_its_status_and_size_only() {
        assertThat(new RelayResponse(200, NO_HEADERS, Payload.of("secret"), TIMING))
                .hasToString("200, 6 bytes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RelayResponse(99, NO_HEADERS, Payload.empty(), TIMING));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RelayResponse(1_000, NO_HEADERS, Payload.empty(), TIMING));
    }

    @Test
    void a_failure_carries_what_the_node_said_beside_it() {
        RelayFailure plain = RelayFailure.of(FaultCause.RATE_LIMITED, "Too many.", TIMING);
        RelayFailure full = plain.withStatus(429).withRetryAfter(Duration.ofSeconds(3));

        assertThat(plain.status()).isEmpty();
        assertThat(plain.retryAfter()).isEmpty();
        assertThat(full.status()).hasValue(429);
        assertThat(full.retryAfter()).contains(Duration.ofSeconds(3));
        assertThat(full).hasToString("RATE_LIMITED: Too many.");
        assertThat(full.timing()).isSameAs(TIMING);
    }

    @Test
    void a_blocking_sender_gets_the_outcome() throws InterruptedException {
        RelayOutcome outcome = RelayFailure.of(FaultCause.EMPTY, "Nothing.", TIMING);

        try (RelayTransport transport = transport(CompletableFuture.completedFuture(outcome))) {
            assertThat(transport.send(NODE, ASK)).isSameAs(outcome);
        }
    }

    @Test
    void an_interrupted_sender_cancels_its_relay() {
        CompletableFuture<RelayOutcome> never = new CompletableFuture<>();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> transport(never).send(NODE, ASK)).isInstanceOf(InterruptedException.class);

        assertThat(never).isCancelled();
    }

    @Test
    void a_transport_that_breaks_its_contract_is_told_so() {
        CompletableFuture<RelayOutcome> thrown = CompletableFuture.failedFuture(new IllegalStateException("a bug"));
        CompletableFuture<RelayOutcome> cancelled = new CompletableFuture<>();
        cancelled.cancel(true);

        assertThatThrownBy(() -> transport(thrown).send(NODE, ASK))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("contract")
                .hasRootCauseMessage("a bug");
        assertThatThrownBy(() -> transport(cancelled).send(NODE, ASK))
                .isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(CancellationException.class);
    }
}
