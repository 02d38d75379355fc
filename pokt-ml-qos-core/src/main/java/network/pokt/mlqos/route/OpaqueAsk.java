package network.pokt.mlqos.route;

import java.util.Optional;
import network.pokt.mlqos.inference.Decoded;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.transport.HttpStatus;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RetryAfter;

/** A request of which nothing is known but its size; only the status of its answer is judged. */
record OpaqueAsk(RelayRequest request, RequestSize size) implements Ask<RelayResponse> {

    @Override
    public boolean streams() {
        return false;
    }

    @Override
    public RelayRequest request(Node node) {
        return request;
    }

    @Override
    public Decoded<RelayResponse> read(RelayResponse response) {
        var fault = HttpStatus.fault(response);
        if (fault.isEmpty()) {
            return new Decoded.Ok<>(response);
        }
        RelayFailure failure = RelayFailure.of(
                        fault.get(), "The node answered with status " + response.status() + ".", response.timing())
                .withStatus(response.status());
        return new Decoded.Fault<>(
                RetryAfter.of(response).map(failure::withRetryAfter).orElse(failure));
    }

    @Override
    public Told told(RelayResponse answer) {
        return new Told(size.completionTokens(), Optional.empty(), Optional.empty());
    }
}
