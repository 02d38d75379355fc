package network.pokt.mlqos.route.sim;

import java.time.Duration;
import java.util.Optional;
import network.pokt.mlqos.inference.Decoded;
import network.pokt.mlqos.inference.TokenUsage;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.route.Ask;
import network.pokt.mlqos.route.RequestSize;
import network.pokt.mlqos.transport.HttpStatus;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RetryAfter;

/** A simulated request: its lengths, and the luck that decides with the node's accuracy whether its answer is right. */
record SimAsk(Trace.Arrival arrival, double luck) implements Ask<SimAsk.Answer> {

    /** A simulated answer. */
    record Answer(boolean right, long written, long claimed, long prompt, Optional<Duration> first, Duration total) {}

    @Override
    public RequestSize size() {
        // Nobody knows the length of an answer before; all gateways are told the usual one.
        return new RequestSize(arrival.prompt(), RequestSize.USUAL.completionTokens());
    }

    @Override
    public boolean streams() {
        return true;
    }

    @Override
    public RelayRequest request(Node node) {
        return RelayRequest.postJson(
                "/v1/completions", Payload.of(arrival.prompt() + " " + arrival.output() + " " + luck));
    }

    @Override
    public Decoded<Answer> read(RelayResponse response) {
        var fault = HttpStatus.fault(response);
        if (fault.isPresent()) {
            RelayFailure failure = RelayFailure.of(fault.get(), "simulated", response.timing());
            return new Decoded.Fault<>(
                    RetryAfter.of(response).map(failure::withRetryAfter).orElse(failure));
        }
        String[] cells = response.body().utf8().split(" ");
        return new Decoded.Ok<>(new Answer(
                cells[0].equals("1"),
                arrival.output(),
                Long.parseLong(cells[1]),
                arrival.prompt(),
                Optional.of(response.timing().chunkArrival(0)),
                response.timing().total()));
    }

    @Override
    public Told told(Answer answer) {
        return new Told(
                answer.written(), answer.first(), Optional.of(TokenUsage.of(answer.prompt(), answer.claimed())));
    }
}
