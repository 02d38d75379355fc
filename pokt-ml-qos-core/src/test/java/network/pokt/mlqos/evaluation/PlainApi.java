package network.pokt.mlqos.evaluation;

import java.time.Duration;
import java.util.Optional;
import network.pokt.mlqos.inference.Decoded;
import network.pokt.mlqos.inference.Delivery;
import network.pokt.mlqos.inference.TokenUsage;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.task.Reply;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;

/** Sends the text of an ask as the body and takes the body as the reply; each answer claims ten tokens read, two written. */
public final class PlainApi implements ModelApi {

    @Override
    public Exchange exchange(Ask ask, Node node) {
        if (!(ask instanceof Ask.Generate generate && generate.context() instanceof Ask.Text text)) {
            throw new UnsupportedAskException("The plain interface carries text only, not " + ask + ".");
        }
        RelayRequest request = RelayRequest.postJson("/ask", Payload.of(text.text()));
        return new Exchange() {
            @Override
            public RelayRequest request() {
                return request;
            }

            @Override
            public Ceiling ceiling() {
                return new Ceiling(10, 4);
            }

            @Override
            public Decoded<Answer> read(RelayResponse response) {
                return PlainApi.read(response);
            }
        };
    }

    private static Decoded<Exchange.Answer> read(RelayResponse response) {
        FaultCause cause = switch (response.status()) {
            case 200 -> null;
            case 400 -> FaultCause.BAD_REQUEST;
            case 429 -> FaultCause.RATE_LIMITED;
            default -> FaultCause.SERVER_ERROR;
        };
        if (cause != null) {
            RelayFailure failure = RelayFailure.of(cause, "status " + response.status(), response.timing());
            return new Decoded.Fault<>(response.headers()
                    .firstValue("Retry-After")
                    .map(seconds -> failure.withRetryAfter(Duration.ofSeconds(Long.parseLong(seconds))))
                    .orElse(failure));
        }
        String text = response.body().utf8();
        Duration total = response.timing().total();
        return new Decoded.Ok<>(new Exchange.Answer(
                new Reply.Generated(text),
                Optional.of(TokenUsage.of(10, 2)),
                new Delivery(Optional.of(total), total, 0)));
    }

    @Override
    public String fingerprint() {
        return "plain";
    }
}
