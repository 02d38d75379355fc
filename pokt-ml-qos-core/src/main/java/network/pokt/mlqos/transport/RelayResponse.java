package network.pokt.mlqos.transport;

import java.net.http.HttpHeaders;

/**
 * A complete answer, whatever its status says.
 *
 * <p>It means that the bytes arrived whole and within all limits, not that they are a good answer.
 *
 * @param status the HTTP status, 100 to 999
 * @param headers the headers of the answer
 * @param body the whole body
 * @param timing when its parts arrived
 */
public record RelayResponse(int status, HttpHeaders headers, Payload body, RelayTiming timing) implements RelayOutcome {

    public RelayResponse {
        if (status < 100 || status > 999) {
            throw new IllegalArgumentException("An HTTP status has three digits, got " + status + ".");
        }
    }

    /** Returns status and body size; headers and body are private. */
    @Override
    public String toString() {
        return status + ", " + body;
    }
}
