package network.pokt.mlqos.relay.http;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts one relay on the wire, and once more if the first try provably came to nothing. Throws nothing: the flight ends.
 *
 * <p>A server may close an idle connection just as a request is on its way. The client does not tell whether the request was
 * read, but two things prove that it was not read whole: the client never asked for the body, or writing failed. Only then is
 * it sent again, because whatever was read whole may have been served and may have to be paid. With a server that closes at
 * random within 0.4 ms of the next request, that was so for 17 to 32 of 100 requests lost to a close, and for 6 to 8 of 100
 * lost to a reset.
 */
record Launch(HttpClient client, HttpRequest request, Flight flight, RelayListener listener, HttpLimits limits) {

    private static final Logger log = LoggerFactory.getLogger(Launch.class);

    /** Goes as soon as {@code known} is done; ends the relay if that says that the host's name is not found. */
    @SuppressWarnings("FutureReturnValueIgnored") // go and ended throw nothing
    void goWhen(CompletableFuture<Void> known) {
        if (known == NameLookup.KNOWN) {
            go(true);
            return;
        }
        known.whenComplete((found, thrown) -> {
            if (thrown == null) {
                go(true);
            } else {
                ended(ClientFault.of(thrown, ClientFault.Progress.NO_HEAD), false);
            }
        });
    }

    @SuppressWarnings("FutureReturnValueIgnored") // ended throws nothing
    private void go(boolean mayGoAgain) {
        Answer answer = new Answer(flight, listener, limits);
        try {
            CompletableFuture<HttpResponse<Void>> exchange = client.sendAsync(request, answer);
            flight.attach(exchange);
            exchange.whenComplete((response, thrown) -> {
                if (thrown != null) {
                    ended(answer.faultOf(thrown), mayGoAgain);
                }
            });
        } catch (RuntimeException e) {
            log.debug("The client refused a relay.", e);
            flight.fail(
                    FaultCause.INTERNAL,
                    "The client refused the relay with " + e.getClass().getName() + ".");
        }
    }

    private void ended(ClientFault fault, boolean mayGoAgain) {
        boolean lost = fault.cause() == FaultCause.CONNECTION_LOST;
        if (mayGoAgain && lost && flight.restart(fault.requestIncomplete())) {
            go(false);
        } else {
            flight.fail(fault.cause(), fault.detail());
        }
    }
}
