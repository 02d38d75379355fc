package network.pokt.mlqos.samples.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

class QosApplicationTest {

    private final HttpClient http = HttpClient.newHttpClient();

    private static ConfigurableApplicationContext start(String... more) {
        SpringApplication application = new SpringApplication(QosApplication.class);
        application.setDefaultProperties(Map.of("server.port", "0"));
        return application.run(more);
    }

    private HttpResponse<String> send(ConfigurableApplicationContext application, String path, String body)
            throws IOException, InterruptedException {
        String port = application.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        HttpRequest built = body.isEmpty()
                ? request.build()
                : request.POST(HttpRequest.BodyPublishers.ofString(body)).build();
        return http.send(built, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void it_asks_and_shows_how_nodes_stand() throws Exception {
        try (ConfigurableApplicationContext application = start()) {
            HttpResponse<String> answer = send(application, "/ask", "Which way?");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).startsWith("I do not know:");

            HttpResponse<String> health = send(application, "/actuator/health", "");
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.body()).contains("\"nodes\":{", "simulated-strong: full; ");

            assertThat(send(application, "/actuator/metrics/pokt.ml.qos.relays?tag=outcome:answered", "")
                            .body())
                    .contains("\"statistic\":\"COUNT\",\"value\":1.0");
        }
    }

    @Test
    void it_is_down_once_no_node_is_relied_on() throws Exception {
        try (ConfigurableApplicationContext application = start("--qos.nodes=http://127.0.0.1:1,nobody")) {
            for (int i = 0; i < 2; i++) {
                assertThat(send(application, "/ask", "Anybody there?").statusCode())
                        .isEqualTo(502);
            }

            HttpResponse<String> health = send(application, "/actuator/health", "");
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(health.body()).contains("\"status\":\"DOWN\"", ": canary; ", "the last with UNREACHABLE");
        }
    }
}
