package network.pokt.mlqos.evaluation;

import java.util.function.Function;
import network.pokt.mlqos.inference.Decoded;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;

/**
 * Asks for a text.
 *
 * @param request the request
 * @param ceiling what it can cost
 * @param reader reads the answer
 */
record TextExchange(RelayRequest request, Ceiling ceiling, Function<RelayResponse, Decoded<Answer>> reader)
        implements Exchange {

    @Override
    public Decoded<Answer> read(RelayResponse response) {
        return reader.apply(response);
    }
}
