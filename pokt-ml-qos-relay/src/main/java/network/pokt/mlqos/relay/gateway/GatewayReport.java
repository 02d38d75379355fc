package network.pokt.mlqos.relay.gateway;

import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import network.pokt.mlqos.transport.RelayResponse;

/**
 * What a gateway says about one relay. All of it is hearsay: nothing is signed for us, and an empty value means unknown.
 *
 * <p>Unknown through any gateway, whatever it says: the supplier's signature and so any evidence of the relay, the supplier's own
 * latency, which is hidden under the gateway's, retries and hedges, and how much of a session's budget is used.
 */
public final class GatewayReport {

    private final HttpHeaders headers;

    private GatewayReport(HttpHeaders headers) {
        this.headers = headers;
    }

    /** Returns what the answer's headers say. */
    public static GatewayReport of(RelayResponse response) {
        return of(response.headers());
    }

    static GatewayReport of(HttpHeaders headers) {
        return new GatewayReport(headers);
    }

    /** Returns the operator address of the supplier whose answer this is. */
    public Optional<String> supplier() {
        return text(GatewayHeaders.SERVED_BY);
    }

    /** Returns the address of the application that paid. */
    public Optional<String> application() {
        return text(GatewayHeaders.PAID_BY);
    }

    public Optional<String> sessionId() {
        return text(GatewayHeaders.SESSION_ID);
    }

    /** Returns every supplier that was asked, the one that answered among them; empty if unknown. */
    public List<String> suppliersTried() {
        return text(GatewayHeaders.SUPPLIERS_TRIED)
                .map(list -> Arrays.stream(list.split(","))
                        .map(String::strip)
                        .filter(address -> !address.isEmpty())
                        .toList())
                .orElse(List.of());
    }

    /** Returns how often the gateway tried again; a relay with retries says little about the supplier that answered. */
    public OptionalInt retries() {
        Optional<String> count = text(GatewayHeaders.RETRY_COUNT).filter(digits -> digits.matches("\\d{1,4}"));
        return count.isPresent() ? OptionalInt.of(Integer.parseInt(count.get())) : OptionalInt.empty();
    }

    private Optional<String> text(String header) {
        return headers.firstValue(header).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Returns what is known, unknown parts as a question mark. */
    @Override
    public String toString() {
        return "supplier " + supplier().orElse("?") + ", application "
                + application().orElse("?") + ", session " + sessionId().orElse("?");
    }
}
