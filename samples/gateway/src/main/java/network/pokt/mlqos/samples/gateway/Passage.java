package network.pokt.mlqos.samples.gateway;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import network.pokt.mlqos.inference.TokenUsage;
import network.pokt.mlqos.route.ContentListener;
import network.pokt.mlqos.route.RoutedAnswer;

/** One answer on its way from a node to a client, on the client's thread. */
final class Passage {

    private final ClientRequest request;
    private final Reply reply;
    private long shown;
    private TokenUsage billed = TokenUsage.of(0, 0);

    Passage(ClientRequest request, Reply reply) {
        this.request = request;
        this.reply = reply;
    }

    /** Sends the request and passes on what comes; a client that hangs up ends the relay. */
    void run(Function<ContentListener, CompletableFuture<RoutedAnswer<PassedOn.Answer>>> send)
            throws IOException, InterruptedException {
        EventPipe events = new EventPipe();
        CompletableFuture<RoutedAnswer<PassedOn.Answer>> call = send.apply(events);
        try {
            CompletableFuture<?> unused = call.whenComplete((routed, thrown) -> events.end());
            for (Optional<String> event = events.next(); event.isPresent(); event = events.next()) {
                shown++;
                billed = TokenUsage.of(request.promptTokens(), shown);
                reply.event(event.get());
            }
            end(call.get());
        } catch (ExecutionException e) {
            throw new IllegalStateException("A routed call ends with an answer or a failure.", e);
        } finally {
            call.cancel(true);
        }
    }

    private void end(RoutedAnswer<PassedOn.Answer> routed) throws IOException {
        if (routed.failure().isPresent()) {
            throw ApiException.of(routed.failure().get(), routed.attempts().size());
        }
        PassedOn.Answer answer = routed.answer();
        billed = answer.usage(request.promptTokens());
        if (request.streams()) {
            if (shown == 0) {
                // It ended without content, which is an answer, too.
                for (String event : EventWatch.events(answer.body())) {
                    reply.event(event);
                }
            }
            reply.event("[DONE]");
        } else {
            routed.node()
                    .ifPresent(
                            node -> reply.header("X-Supplier-Address", node.id().supplier()));
            reply.send(200, "application/json", answer.body().toByteArray());
        }
    }

    /** Returns what the client pays: what the node claims for a whole answer, what was sent of one that broke off. */
    TokenUsage billed() {
        return billed;
    }
}
