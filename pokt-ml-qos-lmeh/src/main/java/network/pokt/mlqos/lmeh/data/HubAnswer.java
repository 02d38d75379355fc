package network.pokt.mlqos.lmeh.data;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RelayTiming;
import network.pokt.mlqos.transport.RetryAfter;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt to get something from the hub ended.
 *
 * @param status the HTTP status, or 0 if there was no answer
 * @param message what the hub says is wrong, or what broke
 * @param fault what broke, or null if there was an answer
 * @param at when the answer was there
 */
record HubAnswer(
        int status,
        HttpHeaders headers,
        String message,
        @Nullable IOException fault,
        Instant at) {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

    static HubAnswer broken(IOException fault, Instant at) {
        return new HubAnswer(0, HttpHeaders.of(Map.of(), (name, value) -> true), fault.toString(), fault, at);
    }

    boolean succeeded() {
        return status == 200 || status == 206;
    }

    /** The hub answers 500 while it still prepares a dataset, and 429 to whoever asks too often. */
    boolean mayWorkLater() {
        return status == 0
                ? !(fault instanceof TooLargeException || fault instanceof UntrustedAddressException)
                : status == 429 || status >= 500;
    }

    /** Returns how long to wait before the attempt after number {@code attempt}. */
    Duration wait(int attempt) {
        Optional<Duration> asked =
                RetryAfter.of(new RelayResponse(Math.max(status, 100), headers, Payload.empty(), RelayTiming.none(at)));
        return asked.orElse(FIRST_WAIT.multipliedBy(1L << (attempt - 1)));
    }

    DatasetException failure(HubHosts from, String what, Duration wait) {
        String reason = status == 0 ? message : "status " + status + (message.isEmpty() ? "" : ", " + message);
        String remedy = switch (status) {
            case 401, 403 -> from.takesTokens() ? "give a token of an account that may read it" : "name a copy of it";
            case 404 -> from.takesTokens() ? "check the name, or give a token if it is not public" : "check the name";
            case 429 -> "ask again in " + wait.toSeconds() + " s, and it goes on where it stopped";
            default -> "ask again later, and it goes on where it stopped, or name a folder with a copy";
        };
        String text = from.name() + " does not give " + what + " (" + reason + "); " + remedy + ".";
        return fault == null ? new DatasetException(text) : new DatasetException(text, fault);
    }

    /** Something is larger than it may be. */
    static final class TooLargeException extends IOException {

        private static final long serialVersionUID = 1;

        TooLargeException(long limit) {
            super("it is larger than the limit of " + limit + " bytes");
        }
    }

    /** An address is not one that data is taken from. */
    static final class UntrustedAddressException extends IOException {

        private static final long serialVersionUID = 1;

        UntrustedAddressException(String why) {
            super(why);
        }
    }
}
