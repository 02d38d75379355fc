package network.pokt.mlqos.lmeh.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import network.pokt.mlqos.lmeh.data.HubAnswer.TooLargeException;
import network.pokt.mlqos.lmeh.data.HubAnswer.UntrustedAddressException;
import network.pokt.mlqos.time.TimeSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets things from the hub: tries again what may work later, waits as long as the hub asks for, and shows the token to the
 * hub only.
 */
final class HubClient {

    private static final Logger LOG = LoggerFactory.getLogger(HubClient.class);

    /** With waits of 1, 2, 4 and 8 seconds in between, the restart of a server is survived. */
    private static final int MOST_ATTEMPTS = 5;

    /** Whoever is asked to wait longer is told so instead; what is downloaded stays. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    /** The hub redirects to its storage once; the others are to spare. */
    private static final int MOST_REDIRECTS = 3;

    /** Enough to find the message in an error. */
    private static final int SHOWN_ERROR = 2000;

    private final HttpClient http;
    private final TimeSource time;
    private final Optional<String> token;
    private final HubHosts hosts;
    private final Duration timeout;

    HubClient(HttpClient http, TimeSource time, Optional<String> token, HubHosts hosts, Duration timeout) {
        this.http = http;
        this.time = time;
        this.token = token;
        this.hosts = hosts;
        this.timeout = timeout;
    }

    /** Where a body goes. */
    @FunctionalInterface
    interface Target {

        /** Opens it, anew for each attempt. */
        OutputStream open(HubAnswer head) throws IOException;

        /** Returns further headers for the next attempt, which may depend on what earlier ones left. */
        default Map<String, String> headers() throws IOException {
            return Map.of();
        }
    }

    /**
     * Gets something.
     *
     * @param limit the most bytes that are taken
     * @param what what it is, for messages
     * @return the headers of the answer, whose body has been written
     * @throws DatasetException if it cannot be had
     */
    HttpHeaders get(URI address, Target target, long limit, String what) {
        for (int attempt = 1; ; attempt++) {
            HubAnswer answer = attempt(address, target, limit, what);
            if (answer.succeeded()) {
                return answer.headers();
            }
            Duration wait = answer.wait(attempt);
            if (!answer.mayWorkLater() || attempt == MOST_ATTEMPTS || wait.compareTo(LONGEST_WAIT) > 0) {
                throw answer.failure(hosts, what, wait);
            }
            LOG.debug("Attempt {} to get {} failed with status {}, next in {}", attempt, what, answer.status(), wait);
            pause(wait, what);
        }
    }

    private HubAnswer attempt(URI address, Target target, long limit, String what) {
        try {
            URI place = hosts.requireSecure(address);
            Map<String, String> headers = target.headers();
            for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
                HttpResponse<InputStream> response =
                        http.send(request(place, headers), HttpResponse.BodyHandlers.ofInputStream());
                Optional<String> next = response.headers().firstValue("Location");
                if (response.statusCode() / 100 != 3 || next.isEmpty()) {
                    return read(response, target, limit);
                }
                response.body().close();
                place = hosts.requireSecure(place.resolve(next.get()));
            }
            throw new UntrustedAddressException("it redirects without end");
        } catch (IOException e) {
            return HubAnswer.broken(e, time.now());
        } catch (InterruptedException e) {
            throw interrupted(what, e);
        }
    }

    private HttpRequest request(URI address, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(timeout);
        headers.forEach(request::header);
        if (hosts.mayKnowToken(address)) {
            token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        }
        return request.build();
    }

    /** The request's own timeout ends with the headers, so a body that stalls is cut off here. */
    private HubAnswer read(HttpResponse<InputStream> response, Target target, long limit) throws IOException {
        InputStream body = response.body();
        TimeSource.Scheduled cutOff = time.schedule(timeout, () -> close(body));
        try (body) {
            HubAnswer head = new HubAnswer(response.statusCode(), response.headers(), "", null, time.now());
            if (!head.succeeded()) {
                String error = new String(body.readNBytes(SHOWN_ERROR), StandardCharsets.UTF_8);
                return new HubAnswer(head.status(), head.headers(), HubMessage.in(error), null, time.now());
            }
            try (OutputStream out = target.open(head)) {
                copy(body, out, limit);
            }
            return head;
        } finally {
            cutOff.cancel();
        }
    }

    private static void copy(InputStream in, OutputStream out, long limit) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            total += count;
            if (total > limit) {
                throw new TooLargeException(limit);
            }
            out.write(buffer, 0, count);
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            LOG.debug("A body that took too long could not be closed", e);
        }
    }

    private void pause(Duration wait, String what) {
        CountDownLatch over = new CountDownLatch(1);
        TimeSource.Scheduled scheduled = time.schedule(wait, over::countDown);
        try {
            over.await();
        } catch (InterruptedException e) {
            scheduled.cancel();
            throw interrupted(what, e);
        }
    }

    private static DatasetException interrupted(String what, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new DatasetException(
                "Getting " + what + " was interrupted; ask again, and it goes on where it stopped.", cause);
    }
}
