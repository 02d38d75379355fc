package network.pokt.mlqos.relay.supplier.adapter;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.relay.http.OpenAiHttpTransport;
import network.pokt.mlqos.relay.supplier.adapter.Refusal.Kind;
import network.pokt.mlqos.relay.supplier.adapter.Refusal.Refused;
import network.pokt.mlqos.relay.supplier.backend.Backend;
import network.pokt.mlqos.relay.supplier.backend.BackendCall;
import network.pokt.mlqos.relay.supplier.backend.Route;
import network.pokt.mlqos.relay.supplier.backend.ToldErrorException;
import network.pokt.mlqos.relay.supplier.backend.UnservableRequestException;
import network.pokt.mlqos.relay.supplier.backend.UnusableAnswerException;
import network.pokt.mlqos.time.TimeSource;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Serves one model in the form that the network measures, whatever server runs it.
 *
 * <pre>{@code
 * EndpointAdapter adapter = EndpointAdapter.builder(
 *         new ServedModel("llama-3-8b", "/models/llama", Optional.of(folder), 8_192),
 *         OpenAiServer.VLLM,
 *         URI.create("http://127.0.0.1:8000")).build();
 * adapter.handle(request, sink);     // from any server, on a thread that may wait
 * }</pre>
 *
 * <p>What a client sends is only a method, a path that must be one of {@link Route}, and a JSON body: no header and no part of
 * the path goes further. What it gets back is a status, a type and a body: no header of the model server comes through, and its
 * status stays what it was. Thread-safe.
 */
public final class EndpointAdapter implements AutoCloseable {

    private final ServedModel model;
    private final Backend backend;
    private final AdapterLimits limits;
    private final Node node;
    private final OpenAiHttpTransport transport;
    private final RequestGate gate;
    private final PoktPages pages;
    private final BackendErrors errors;
    private final WholeAnswers answers;
    private final Readiness readiness;
    private final Semaphore permits;
    private final Complaints complaints = new Complaints(LoggerFactory.getLogger(EndpointAdapter.class));

    private EndpointAdapter(Builder builder) {
        model = builder.model;
        backend = builder.backend;
        limits = builder.limits;
        pages = PoktPages.of(model, backend);
        node = Node.builder(NodeId.external(builder.address), builder.address).build();
        OpenAiHttpTransport.Builder http = OpenAiHttpTransport.builder()
                .timeSource(builder.time)
                .totalTimeout(limits.timeout())
                .maxBodyBytes(limits.answerBytes());
        if (builder.bearerToken != null) {
            http.bearerToken(builder.bearerToken);
        }
        transport = http.build();
        gate = new RequestGate(model, backend, limits.requestBytes());
        errors = new BackendErrors(model, builder.address, Optional.ofNullable(builder.bearerToken));
        answers = new WholeAnswers(model, errors, builder.time);
        readiness = new Readiness(transport, node, backend.readinessPath(), builder.time);
        permits = new Semaphore(limits.concurrent());
    }

    /** Begins an adapter for a model that the server at {@code address} runs; the address may have a path. */
    public static Builder builder(ServedModel model, Backend backend, URI address) {
        return new Builder(model, backend, address);
    }

    /**
     * Answers one request, errors included, before it returns. Waits for the model server and for the client.
     *
     * @throws IOException if the client is gone, or its body cannot be read; what the model server does is then stopped
     * @throws InterruptedException if the thread is interrupted, which stops the request, too
     */
    public void handle(AdapterRequest request, AnswerSink sink) throws IOException, InterruptedException {
        try {
            Route route = gate.route(request);
            if (route.isModelCall()) {
                call(route, request, sink);
            } else if (route == Route.READY) {
                ready(sink);
            } else {
                byte[] page = pages.page(route)
                        .orElseThrow(() -> Refusal.of(
                                        404,
                                        Kind.NOT_FOUND,
                                        "This endpoint has no such page, the supplier" + " gave no files of the model.")
                                .raised());
                send(sink, page);
            }
        } catch (Refused | UnservableRequestException | ToldErrorException | UnusableAnswerException e) {
            refuse(sink, refusal(e));
        }
    }

    private Refusal refusal(RuntimeException reason) {
        if (reason instanceof Refused refused) {
            return refused.refusal();
        } else if (reason instanceof UnservableRequestException wrong) {
            return Refusal.of(400, Kind.UNSUPPORTED_BY_BACKEND, String.valueOf(wrong.getMessage()), wrong.field());
        } else if (reason instanceof ToldErrorException told) {
            return errors.of(told);
        }
        return Refusal.of(502, Kind.BACKEND_FAILED, String.valueOf(reason.getMessage()));
    }

    private void ready(AnswerSink sink) throws IOException, InterruptedException {
        if (!readiness.ready()) {
            throw Refusal.of(503, Kind.BACKEND_UNREACHABLE, "The model server is not ready.")
                    .raised();
        }
        send(sink, "{\"status\":\"ready\"}".getBytes(StandardCharsets.UTF_8));
    }

    private void call(Route route, AdapterRequest request, AnswerSink sink) throws IOException, InterruptedException {
        ObjectNode body = gate.body(request);
        BackendCall call = backend.call(route, body);
        if (!permits.tryAcquire()) {
            throw Refusal.of(503, Kind.OVERLOADED, "All places at the model server are taken, come again.")
                    .withRetryAfter(Optional.of(Duration.ofSeconds(1)))
                    .raised();
        }
        try {
            exchange(call, route, sink);
        } finally {
            permits.release();
        }
    }

    private void exchange(BackendCall call, Route route, AnswerSink sink) throws IOException, InterruptedException {
        RelayRequest relay = RelayRequest.postJson(
                        call.path(), Payload.of(call.body().toString()))
                .withTimeout(limits.timeout());
        AnswerStream stream = stream(call, route, sink);
        StreamPump pump = new StreamPump(type -> streams(call, type), limits.waitingBytes());
        CompletableFuture<RelayOutcome> future = transport.sendAsync(node, relay, pump);
        CompletableFuture<?> end = future.whenComplete((outcome, thrown) -> pump.end(outcome));
        try {
            RelayOutcome outcome = pump.drain(stream);
            if (!pump.streaming()) {
                send(sink, answers.of(call, route, outcome));
            } else if (outcome instanceof RelayResponse) {
                stream.end();
            } else {
                throw answers.broken(outcome).raised();
            }
        } catch (Refused | ToldErrorException | UnusableAnswerException e) {
            if (!stream.headSent()) {
                throw e;
            }
            // Only the stream itself can tell any more that it is not complete.
            Refusal cut = refusal(e);
            complaints.about(cut);
            sink.write(("data: " + new String(cut.body(), StandardCharsets.UTF_8) + "\n\n")
                    .getBytes(StandardCharsets.UTF_8));
            throw new IOException("The stream of the model server ended early: " + cut.kind() + ".");
        } finally {
            future.cancel(true);
            end.cancel(true);
        }
    }

    private AnswerStream stream(BackendCall call, Route route, AnswerSink sink) {
        if (call.stream().isEmpty()) {
            return new RenamedStream(model, sink);
        }
        String id = answers.newId();
        return new TranslatedStream(call.stream().get(), event -> answers.stamp(event, route, id), sink);
    }

    private static boolean streams(BackendCall call, String mediaType) {
        return call.stream()
                .map(stream -> stream.accepts(mediaType))
                .orElseGet(() -> mediaType.startsWith("text/event-stream"));
    }

    private static void send(AnswerSink sink, byte[] body) throws IOException {
        sink.head(new AnswerHead(200, "application/json", OptionalLong.of(body.length), Optional.empty()));
        sink.write(body);
    }

    private void refuse(AnswerSink sink, Refusal refusal) throws IOException {
        complaints.about(refusal);
        byte[] body = refusal.body();
        sink.head(refusal.head(body));
        sink.write(body);
    }

    /** Ends all requests and frees the connections to the model server. */
    @Override
    public void close() {
        transport.close();
    }

    /** Collects the settings of an adapter. Not thread-safe. */
    public static final class Builder {

        private final ServedModel model;
        private final Backend backend;
        private final URI address;
        private AdapterLimits limits = AdapterLimits.defaults();
        private TimeSource time = TimeSource.system();
        private @Nullable String bearerToken;

        private Builder(ServedModel model, Backend backend, URI address) {
            this.model = model;
            this.backend = backend;
            this.address = address;
        }

        /** The secret that the model server wants; it appears in no answer and no log. None unless set. */
        public Builder bearerToken(String token) {
            this.bearerToken = token;
            return this;
        }

        /** How much is taken and given; {@link AdapterLimits#defaults()} unless set. */
        public Builder limits(AdapterLimits limits) {
            this.limits = limits;
            return this;
        }

        /** Where time comes from; the machine unless set. */
        public Builder timeSource(TimeSource time) {
            this.time = time;
            return this;
        }

        /**
         * Returns the adapter, after it has read the model's files.
         *
         * @throws network.pokt.mlqos.token.TokenizerException if a file is no tokenizer or no configuration
         */
        public EndpointAdapter build() {
            return new EndpointAdapter(this);
        }
    }
}
