package network.pokt.mlqos.samples.leaderboardsite.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import network.pokt.mlqos.time.VirtualTime;
import org.junit.jupiter.api.Test;

class WebServerTest {

    private static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final VirtualTime time = new VirtualTime();
    private final RateLimit limit = new RateLimit(2, time);

    @Test
    void an_address_gets_three_seconds_worth_at_once_and_then_its_rate() throws Exception {
        InetAddress one = InetAddress.getByName("192.0.2.1");
        for (int i = 0; i < 6; i++) {
            assertThat(limit.take(one)).isEmpty();
        }

        assertThat(limit.take(one)).isEqualTo(Optional.of(1L));
        assertThat(limit.take(InetAddress.getByName("192.0.2.2"))).isEmpty();
        time.advance(Duration.ofMillis(500));
        assertThat(limit.take(one)).isEmpty();
        assertThat(limit.take(one)).isPresent();
    }

    @Test
    void a_network_of_ipv6_counts_as_one_address() throws Exception {
        for (int i = 0; i < 6; i++) {
            assertThat(limit.take(InetAddress.getByName("2001:db8::" + i))).isEmpty();
        }

        assertThat(limit.take(InetAddress.getByName("2001:db8::ffff"))).isPresent();
        assertThat(limit.take(InetAddress.getByName("2001:db8:0:1::1"))).isEmpty();
    }

    @Test
    void whoever_asks_too_often_is_told_when_to_come_back() throws Exception {
        Routes routes = new Routes().on("/", request -> Response.of(200, "text/plain", "here"));
        try (WebServer server = WebServer.start(
                ANY,
                routes,
                1,
                false,
                (request, problem) -> Response.of(problem.status(), "text/plain", problem.detail()))) {
            HttpClient client = HttpClient.newHttpClient();
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/"))
                    .build();
            HttpResponse<String> last = client.send(request, BodyHandlers.ofString());
            for (int i = 0; i < 100 && last.statusCode() == 200; i++) {
                last = client.send(request, BodyHandlers.ofString());
            }

            assertThat(last.statusCode()).isEqualTo(429);
            assertThat(last.headers().firstValue("Retry-After")).contains("1");
        }
    }

    @Test
    void what_fails_on_our_side_shows_nothing_of_us() throws Exception {
        Routes routes = new Routes().on("/", request -> {
            throw new IllegalStateException("the password is secret");
        });
        try (WebServer server = WebServer.start(
                ANY,
                routes,
                9,
                false,
                (request, problem) -> Response.of(problem.status(), "text/plain", problem.detail()))) {
            HttpResponse<String> response = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/"))
                                    .build(),
                            BodyHandlers.ofString());

            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.body()).contains("our side").doesNotContain("secret");
        }
    }

    @Test
    void behind_a_proxy_the_last_address_counts_and_no_name_is_looked_up() {
        assertThat(Forwarded.last(List.of("198.51.100.9, 192.0.2.7")).map(InetAddress::getHostAddress))
                .contains("192.0.2.7");
        assertThat(Forwarded.last(List.of("a", " 2001:db8::1"))).isPresent();
        assertThat(Forwarded.last(List.of("192.0.2.7, abc"))).isEmpty();
        assertThat(Forwarded.last(List.of("999.1.1.1"))).isEmpty();
        assertThat(Forwarded.last(List.of())).isEmpty();
    }

    @Test
    void slashes_and_pluses_in_names_are_no_part_of_the_path() {
        Request request = Request.parse("/nodes/external/host:80%2Fpath+x?q=a+b&q=c&after=%7E");

        assertThat(request.segments()).containsExactly("nodes", "external", "host:80/path+x");
        assertThat(request.parameter("q")).contains("a b");
        assertThat(request.parameter("after")).contains("~");
    }
}
