package network.pokt.mlqos.transport;

import java.math.BigInteger;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Reads the {@code Retry-After} header of an answer (RFC 9110, section 10.2.3): a number of seconds or an HTTP date.
 *
 * <p>A node decides what stands there, so it is bounded, and whatever is neither of the two is taken as absent.
 */
public final class RetryAfter {

    /** The longest wait that is believed; a node that asks for more asks for this. */
    public static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /** Returns how long the node asks to be left alone from the end of {@code response} on, from zero to a day. */
    public static Optional<Duration> of(RelayResponse response) {
        Optional<String> value = response.headers().firstValue("Retry-After").map(String::strip);
        if (value.isEmpty() || value.get().isEmpty()) {
            return Optional.empty();
        }
        return isNumber(value.get())
                ? Optional.of(seconds(value.get()))
                : date(value.get()).map(until -> bounded(Duration.between(clockOf(response), until)));
    }

    /** The node's own clock if it shows one, so that its date is not judged by a clock that runs differently. */
    private static Instant clockOf(RelayResponse response) {
        HttpHeaders headers = response.headers();
        return headers.firstValue("Date")
                .flatMap(RetryAfter::date)
                .orElseGet(
                        () -> response.timing().start().plus(response.timing().total()));
    }

    private static boolean isNumber(String value) {
        return value.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Duration seconds(String digits) {
        BigInteger longest = BigInteger.valueOf(LONGEST.toSeconds());
        return Duration.ofSeconds(new BigInteger(digits).min(longest).longValue());
    }

    private static Optional<Instant> date(String value) {
        try {
            return Optional.of(ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
