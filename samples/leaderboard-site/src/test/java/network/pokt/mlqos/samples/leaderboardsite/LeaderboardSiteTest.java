package network.pokt.mlqos.samples.leaderboardsite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@Timeout(180)
class LeaderboardSiteTest {

    private static final int NODES = 4;

    @TempDir
    static Path folder;

    private static SiteFixture site;
    private static Client client;

    @BeforeAll
    static void startWithASimulatedDay() throws IOException {
        site = start();
        client = new Client(site.port());
    }

    private static SiteFixture start() throws IOException {
        return SiteFixture.start(folder, NODES, 1);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static String node() throws Exception {
        JsonNode first = client.json("/api/v1/board").path("nodes").path(0);
        return "/nodes/" + first.path("service").asString() + "/"
                + first.path("supplier").asString();
    }

    @Test
    void the_board_comes_page_by_page_with_every_node_once() throws Exception {
        List<String> suppliers = new ArrayList<>();
        String page = "/api/v1/board?limit=2";
        while (!page.isEmpty()) {
            JsonNode board = client.json(page);
            assertThat(board.path("nodes").size()).isBetween(1, 2);
            board.path("nodes")
                    .forEach(node -> suppliers.add(node.path("supplier").asString()));
            page = board.path("next").asString("");
        }

        assertThat(suppliers).hasSize(NODES).doesNotHaveDuplicates();
    }

    @Test
    void a_line_says_how_sure_it_is_and_that_it_is_simulated() throws Exception {
        JsonNode line = client.json("/api/v1/board").path("nodes").path(0);

        assertThat(line.path("score").path("value").asDouble())
                .isBetween(
                        line.path("score").path("lower").asDouble(),
                        line.path("score").path("upper").asDouble());
        assertThat(line.path("score").path("n").asInt()).isPositive();
        assertThat(line.path("rank").path("best").asInt()).isEqualTo(1);
        assertThat(line.path("simulated").asBoolean()).isTrue();
        assertThat(line.path("latencyMillis").asDouble()).isPositive();
        assertThat(line.path("costPerRightAnswer").asString()).matches("0\\.\\d+");
    }

    @Test
    void measurements_come_page_by_page_newest_first() throws Exception {
        List<String> ids = new ArrayList<>();
        List<String> times = new ArrayList<>();
        String page = "/api/v1" + node() + "/measurements?limit=8&task=sums";
        while (!page.isEmpty()) {
            JsonNode measurements = client.json(page);
            measurements.path("measurements").forEach(one -> {
                ids.add(one.path("id").asString());
                times.add(one.path("at").asString());
                assertThat(one.path("task").asString()).isEqualTo("sums");
            });
            page = measurements.path("next").asString("");
        }

        assertThat(ids).hasSizeGreaterThan(10).doesNotHaveDuplicates();
        assertThat(times.get(0)).isGreaterThan(times.get(times.size() - 1));
    }

    @Test
    void every_address_that_openapi_describes_answers_as_it_says() throws Exception {
        JsonNode described = client.json("/openapi.json");

        for (String path : described.path("paths").propertyNames()) {
            String filled = path.replace("/nodes/{service}/{supplier}", node()).replace("{entry}", "3");
            HttpResponse<String> response = client.get(filled);
            JsonNode body = client.json(response);
            String name = described
                    .path("paths")
                    .path(path)
                    .at("/get/responses/200/content/application~1json/schema/$ref")
                    .asString();
            JsonNode schema = described.at(name.substring(1));
            assertThat(response.statusCode()).as(path).isEqualTo(200);
            schema.path("required")
                    .forEach(field -> assertThat(body.has(field.asString()))
                            .as(path + " " + field)
                            .isTrue());
        }
    }

    @Test
    void what_has_not_changed_is_not_sent_again() throws Exception {
        HttpResponse<String> first = client.get("/openapi.json");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = client.get("/openapi.json", "If-None-Match", "\"other\", W/" + tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(client.get("/openapi.json", "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/nothing, 404",
        "/api/v1/nodes/simulated/nobody, 404",
        "/api/v1/nodes/%20/x, 404",
        "/api/v1/ledger/proofs/99999999, 404",
        "/api/v1/ledger/proofs/x, 404",
        "/api/v1/board?limit=0, 400",
        "/api/v1/board?limit=many, 400",
    })
    void errors_of_the_api_have_one_shape(String path, int status) throws Exception {
        HttpResponse<String> response = client.get(path);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = client.json(response);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString()).endsWith(".");
    }

    @Test
    void a_place_that_was_made_up_is_refused() throws Exception {
        assertThat(client.get("/api/v1" + node() + "/measurements?after=yesterday")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void it_is_for_reading() throws Exception {
        HttpResponse<String> posted = client.send("POST", "/api/v1/board");
        HttpResponse<String> head = client.send("HEAD", "/");

        assertThat(posted.statusCode()).isEqualTo(405);
        assertThat(posted.headers().firstValue("Allow")).contains("GET, HEAD");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?sort=cost&dir=asc&q=sim-large", "NODE", "/compare", "/alarms", "/ledger", "/about"})
    void pages_are_small_and_say_that_nodes_are_simulated(String path) throws Exception {
        HttpResponse<String> page = client.get(path.equals("NODE") ? node() : path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body().getBytes(StandardCharsets.UTF_8).length).isLessThan(200_000);
        assertThat(page.body()).contains("<strong>Simulated.</strong>").doesNotContain("{{");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'");
    }

    @Test
    void two_nodes_stand_side_by_side() throws Exception {
        JsonNode nodes = client.json("/api/v1/board").path("nodes");
        String a = "simulated/" + nodes.path(0).path("supplier").asString();
        String b = "simulated/" + nodes.path(NODES - 1).path("supplier").asString();

        String page = client.get("/compare?a=" + a.replace("/", "%2F") + "&b=" + b.replace("/", "%2F"))
                .body();

        assertThat(page).contains("On the same questions", "Difference, points", "class=\"line second\"");
    }

    @Test
    void a_page_that_is_not_there_says_so_to_people() throws Exception {
        HttpResponse<String> page = client.get("/nodes/simulated/nobody");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("<h1>Not Found</h1>");
    }

    @Test
    void a_copy_of_the_ledger_is_verified_and_a_flipped_byte_found() throws Exception {
        JsonNode ledger = client.json("/api/v1/ledger");
        Path head = Files.writeString(folder.resolve("head.json"), ledger.toString());
        byte[] lines = client.get("/ledger.jsonl").body().getBytes(StandardCharsets.UTF_8);
        Path copy = Files.write(folder.resolve("copy.jsonl"), lines);
        String key = ledger.path("publicKey").asString();

        assertThat(run("verify", copy.toString(), key, head.toString()))
                .startsWith("0 sound:")
                .contains("grown out of the published head");
        lines[lines.length / 2] ^= 1;
        Files.write(copy, lines);
        assertThat(run("verify", copy.toString(), key)).startsWith("1 BROKEN at line");
    }

    @Test
    void it_goes_on_where_it_stopped() throws Exception {
        long before = client.json("/api/v1/status").path("measurements").asLong();

        site.close();
        site = start();
        client = new Client(site.port());

        assertThat(client.json("/api/v1/status").path("measurements").asLong()).isGreaterThanOrEqualTo(before);
        assertThat(client.json("/api/v1/board").path("nodes").size()).isEqualTo(NODES);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --simulated 0 | from 1 to 1000, got '0'
        --port        | needs a value
        --node there  | needs an address such as
        --nothing     | There is no option '--nothing'
        verify file   | the owner's public key
        """)
    void bad_input_gets_one_sentence(String command, String message) throws Exception {
        assertThat(run(command.split(" "))).startsWith("2 ").contains(message);
    }

    private static String run(String... args) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int code = LeaderboardSite.run(out, out, args);
        return code + " " + bytes.toString(StandardCharsets.UTF_8);
    }
}
