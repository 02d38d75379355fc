package network.pokt.mlqos.lmeh.data;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import network.pokt.mlqos.lmeh.result.PythonJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shapes of the answers are those that the documentation of the dataset viewer shows for {@code ibm/duorc}. */
class HuggingFaceHubTest {

    private static final String SECRET = "hf_secretsecret";

    @TempDir
    Path folder;

    private static final WireMockServer HUB = new WireMockServer(options().dynamicPort());
    private static final WireMockServer STORAGE = new WireMockServer(options().dynamicPort());

    private final ShortWaits time = new ShortWaits();

    @BeforeAll
    static void start() {
        HUB.start();
        STORAGE.start();
    }

    @AfterAll
    static void stop() {
        HUB.stop();
        STORAGE.stop();
    }

    @BeforeEach
    void forget() {
        HUB.resetAll();
        STORAGE.resetAll();
    }

    @Test
    void a_split_is_downloaded_page_by_page_once() {
        offer(250);
        DatasetSource source = builder().build().dataset("ibm/duorc", Optional.of("SelfRC"));
        Documents test = source.split("test");
        assertThat(test.docs()).hasSize(250);
        assertThat(PythonJson.line(test.docs().get(249).columns()))
                .isEqualTo(
                        "{\"id\": \"r249\", \"score\": 249.0, \"label\": 1, \"asked\": \"2020-01-02 03:04:05\","
                                + " \"choices\": {\"text\": [\"a\", \"b\"], \"label\": [1, 2]}, \"tags\": [\"x\"], \"note\": null}");
        assertThat(HUB.getAllServeEvents()).hasSize(5);

        Documents again = builder()
                .offline(true)
                .build()
                .dataset("ibm/duorc", Optional.empty())
                .split("test");
        assertThat(again).isEqualTo(test);
        assertThat(HUB.getAllServeEvents()).hasSize(5);
    }

    @Test
    void a_download_goes_on_where_it_was_interrupted() throws IOException {
        offer(250);
        HUB.stubFor(rows(100).willReturn(aResponse().withStatus(404).withBody("{\"error\":\"gone\"}")));
        DatasetSource source = builder().build().dataset("ibm/duorc", Optional.of("SelfRC"));
        assertThatThrownBy(() -> source.split("test"))
                .isInstanceOf(DatasetException.class)
                .hasMessage(
                        "The hub does not give rows 100 to 200 of ibm/duorc (SelfRC), split 'test' (status 404, gone);"
                                + " check the name, or give a token if it is not public.");

        Path part = folder.resolve("datasets/ibm%2Fduorc/SelfRC/test/rows.jsonl.part");
        assertThat(Files.readAllLines(part)).hasSize(100);
        Files.writeString(part, "{\"id\": \"half a li", StandardOpenOption.APPEND);
        offer(250);
        assertThat(builder()
                        .build()
                        .dataset("ibm/duorc", Optional.of("SelfRC"))
                        .split("test")
                        .docs())
                .hasSize(250)
                .extracting(doc -> doc.text("id"))
                .startsWith("r0")
                .contains("r99", "r100")
                .endsWith("r249");
        HUB.verify(1, getRequestedFor(urlPathEqualTo("/rows")).withQueryParam("offset", equalTo("0")));
        assertThat(part).doesNotExist();
    }

    @Test
    void a_split_that_changes_meanwhile_is_downloaded_anew() {
        offer(250);
        HUB.stubFor(rows(100).willReturn(okJson(page(100, 200, 260))));
        DatasetSource source = builder().build().dataset("ibm/duorc", Optional.of("SelfRC"));
        assertThatThrownBy(() -> source.split("test")).hasMessageContaining("has 260 rows and no longer 250");
        offer(120);
        assertThat(source.split("test").docs()).hasSize(120);
        HUB.verify(2, getRequestedFor(urlPathEqualTo("/rows")).withQueryParam("offset", equalTo("0")));
    }

    @Test
    void a_hub_that_is_busy_is_asked_again_when_it_says() {
        offer(1);
        HUB.stubFor(rows(0).inScenario("busy")
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "7"))
                .willSetStateTo("preparing"));
        HUB.stubFor(rows(0).inScenario("busy")
                .whenScenarioStateIs("preparing")
                .willReturn(aResponse()
                        .withStatus(500)
                        .withHeader("X-Error-Code", "ResponseNotReady")
                        .withBody("{\"error\":\"The server is busier than usual and the response is not ready yet.\"}"))
                .willSetStateTo("ready"));
        HUB.stubFor(rows(0).inScenario("busy").whenScenarioStateIs("ready").willReturn(okJson(page(0, 1, 1))));
        assertThat(builder()
                        .build()
                        .dataset("ibm/duorc", Optional.of("SelfRC"))
                        .split("test")
                        .docs())
                .hasSize(1);
        assertThat(time.waits()).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(2));
    }

    @Test
    void a_hub_that_stays_broken_or_asks_for_too_long_a_wait_is_left_alone() {
        offer(1);
        HUB.stubFor(rows(0).willReturn(aResponse().withStatus(503)));
        DatasetSource source = builder().build().dataset("ibm/duorc", Optional.of("SelfRC"));
        assertThatThrownBy(() -> source.split("test"))
                .hasMessageContaining("status 503")
                .hasMessageContaining("later");
        HUB.verify(5, getRequestedFor(urlPathEqualTo("/rows")));
        assertThat(time.waits())
                .containsExactly(
                        Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8));
        HUB.stubFor(rows(0).willReturn(aResponse().withStatus(429).withHeader("Retry-After", "3600")));
        assertThatThrownBy(() -> source.split("test")).hasMessageContaining("ask again in 3600 s");
        HUB.verify(6, getRequestedFor(urlPathEqualTo("/rows")));
    }

    @Test
    void names_that_do_not_exist_are_answered_with_those_that_do() {
        offer(1);
        HuggingFaceHub plain = builder().build();
        assertThatThrownBy(() -> plain.dataset("ibm/duorc", Optional.of("Nope")).split("test"))
                .hasMessage("The dataset ibm/duorc has no configuration 'Nope', choose one of [SelfRC].");
        assertThatThrownBy(() -> plain.dataset("ibm/duorc", Optional.empty()).split("dev"))
                .hasMessage("The dataset ibm/duorc (SelfRC) has no split 'dev', choose one of [train, test].");
    }

    @Test
    void the_token_is_sent_to_the_hub_and_shown_nowhere() {
        HUB.stubFor(get(urlPathEqualTo("/splits"))
                .willReturn(aResponse().withStatus(401).withBody("{\"error\":\"private or gated\"}")));
        HuggingFaceHub withToken = builder().token(SECRET).build();
        assertThatThrownBy(() -> withToken.dataset("a/b", Optional.empty()).split("test"))
                .hasMessage("The hub does not give the splits of a/b (status 401, private or gated); give a token of an"
                        + " account that may read it.");
        HUB.verify(getRequestedFor(urlPathEqualTo("/splits")).withHeader("Authorization", equalTo("Bearer " + SECRET)));
        assertThat(withToken.toString()).doesNotContain(SECRET);
        assertThatThrownBy(() -> builder().token("a\nb")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_offline_and_not_there_is_said_to_be_so() {
        HuggingFaceHub offline = builder().offline(true).build();
        assertThatThrownBy(() -> offline.dataset("ibm/duorc", Optional.empty()).split("test"))
                .hasMessage(
                        "The split 'test' of ibm/duorc has not been downloaded; download it once without the offline"
                                + " switch.");
        assertThatThrownBy(() -> offline.file("a/b", "main", "x.jsonl")).hasMessageContaining("offline switch");
        assertThat(HUB.getAllServeEvents()).isEmpty();
    }

    @Test
    void answers_that_are_not_what_they_should_be_are_refused() {
        Map<String, String> strange = Map.of(
                "[]",
                "no JSON object",
                "{\"rows\":[],\"num_rows_total\":1}",
                "gives 0 rows",
                page(5, 6, 1),
                "not the next ones",
                page(0, 1, 1).replace("\"truncated_cells\":[]", "\"truncated_cells\":[\"id\"]"),
                "is shortened",
                page(0, 1, 1).replace("\"partial\":false", "\"partial\":true"),
                "only a part",
                page(0, 1, 1).replace("\"num_rows_total\":1", "\"num_rows_total\":-1"),
                "no number 'num_rows_total'",
                "<html>",
                "no JSON");
        strange.forEach((answer, why) -> {
            offer(1);
            HUB.stubFor(rows(0).willReturn(okJson(answer)));
            assertThatThrownBy(() -> builder()
                            .build()
                            .dataset("ibm/duorc", Optional.of("SelfRC"))
                            .split("test"))
                    .as(answer)
                    .isInstanceOf(DatasetException.class)
                    .hasMessageContaining(why);
        });
        assertThatThrownBy(() -> {
                    offer(100);
                    builder()
                            .limit(1000)
                            .build()
                            .dataset("ibm/duorc", Optional.of("SelfRC"))
                            .split("test");
                })
                .hasMessageContaining("larger than the limit of 1000 bytes");
    }

    @Test
    void files_that_a_task_names_come_from_the_storage_which_never_sees_the_token() {
        HUB.stubFor(get(urlEqualTo("/datasets/EleutherAI/arithmetic/resolve/main/data/two%20digits.jsonl"))
                .willReturn(aResponse().withStatus(302).withHeader("Location", STORAGE.baseUrl() + "/blob?sig=1")));
        STORAGE.stubFor(get(urlEqualTo("/blob?sig=1")).willReturn(aResponse().withBody("{\"a\": 1}\n{\"a\": 2}\n")));
        HuggingFaceHub files = HuggingFaceHub.builder(folder)
                .addresses(URI.create(STORAGE.baseUrl()), URI.create(HUB.baseUrl()))
                .time(time)
                .build();
        Datasets datasets = Datasets.builder().hub(files).build();
        DatasetRef arithmetic = new DatasetRef(
                "json",
                Optional.empty(),
                Map.of(
                        "data_files",
                        Map.of("validation", "hf://datasets/EleutherAI/arithmetic/data/two digits.jsonl")));
        assertThat(datasets.find(arithmetic).split("validation").docs()).hasSize(2);
        assertThat(datasets.find(arithmetic).split("validation[:1]").docs()).hasSize(1);
        HUB.verify(
                1,
                getRequestedFor(
                        urlPathEqualTo("/datasets/EleutherAI/arithmetic/resolve/main/data/two%20digits.jsonl")));

        // A storage that is not the hub has to be encrypted, and is not told the token.
        HuggingFaceHub strict = builder().token(SECRET).build();
        assertThatThrownBy(() -> strict.file("EleutherAI/arithmetic", "other", "x"))
                .isInstanceOf(DatasetException.class);
        HUB.stubFor(get(urlEqualTo("/datasets/a/b/resolve/main/x"))
                .willReturn(aResponse()
                        .withStatus(302)
                        .withHeader("Location", "http://localhost:" + STORAGE.port() + "/x")));
        assertThatThrownBy(() -> strict.file("a/b", "main", "x")).hasMessageContaining("is not encrypted");
        STORAGE.verify(0, getRequestedFor(urlEqualTo("/x")));
        STORAGE.verify(getRequestedFor(urlPathEqualTo("/blob")).withHeader("Authorization", absent()));
    }

    @Test
    void a_file_is_continued_only_if_it_is_still_the_same() throws IOException {
        String path = "/datasets/a/b/resolve/main/x.jsonl";
        Path file = folder.resolve("files/a%2Fb/main/x.jsonl");
        Files.createDirectories(file.getParent());
        Files.writeString(file.resolveSibling("x.jsonl.part"), "{\"a\": 1}\n{\"a\"");
        Files.writeString(file.resolveSibling("x.jsonl.etag"), "\"v1\"");
        HUB.stubFor(get(urlEqualTo(path))
                .withHeader("Range", equalTo("bytes=12-"))
                .withHeader("If-Range", equalTo("\"v1\""))
                .willReturn(aResponse()
                        .withStatus(206)
                        .withHeader("Content-Range", "bytes 12-17/18")
                        .withBody("\": 2}\n")));
        assertThat(builder().build().file("a/b", "main", "x.jsonl"))
                .isEqualTo(file)
                .hasContent("{\"a\": 1}\n{\"a\": 2}\n");
        assertThat(file.resolveSibling("x.jsonl.etag")).doesNotExist();
    }

    private HuggingFaceHub.Builder builder() {
        URI address = URI.create(HUB.baseUrl());
        return HuggingFaceHub.builder(folder).addresses(address, address).time(time);
    }

    private static MappingBuilder rows(int offset) {
        return get(urlPathEqualTo("/rows"))
                .withQueryParam("dataset", equalTo("ibm/duorc"))
                .withQueryParam("config", equalTo("SelfRC"))
                .withQueryParam("split", equalTo("test"))
                .withQueryParam("offset", equalTo(Integer.toString(offset)))
                .withQueryParam("length", equalTo("100"));
    }

    private void offer(int size) {
        HUB.stubFor(get(urlEqualTo("/splits?dataset=ibm%2Fduorc"))
                .willReturn(okJson("{\"splits\":[{\"dataset\":\"ibm/duorc\",\"config\":\"SelfRC\",\"split\":\"train\"},"
                        + "{\"dataset\":\"ibm/duorc\",\"config\":\"SelfRC\",\"split\":\"test\"}],"
                        + "\"pending\":[],\"failed\":[]}")));
        HUB.stubFor(get(urlEqualTo("/info?dataset=ibm%2Fduorc&config=SelfRC"))
                .willReturn(okJson("{\"dataset_info\":{\"description\":\"\",\"citation\":\"\",\"homepage\":\"\","
                        + "\"license\":\"\",\"features\":" + features() + ",\"builder_name\":\"parquet\","
                        + "\"dataset_name\":\"duorc\",\"config_name\":\"SelfRC\",\"version\":{\"version_str\":\"0.0.0\","
                        + "\"major\":0,\"minor\":0,\"patch\":0},\"splits\":{\"test\":{\"name\":\"test\",\"num_bytes\":1,"
                        + "\"num_examples\":" + size + ",\"dataset_name\":null}},\"download_size\":1,"
                        + "\"dataset_size\":1},\"partial\":false}")));
        for (int offset = 0; offset < size; offset += 100) {
            HUB.stubFor(rows(offset).willReturn(okJson(page(offset, Math.min(size, offset + 100), size))));
        }
    }

    private static String features() {
        return "{\"id\":{\"dtype\":\"string\",\"_type\":\"Value\"},\"score\":{\"dtype\":\"float64\",\"_type\":\"Value\"},"
                + "\"label\":{\"names\":[\"no\",\"yes\"],\"_type\":\"ClassLabel\"},"
                + "\"asked\":{\"dtype\":\"timestamp[s]\",\"_type\":\"Value\"},"
                + "\"choices\":{\"feature\":{\"text\":{\"dtype\":\"string\",\"_type\":\"Value\"},"
                + "\"label\":{\"dtype\":\"int32\",\"_type\":\"Value\"}},\"_type\":\"Sequence\"},"
                + "\"tags\":{\"feature\":{\"dtype\":\"string\",\"_type\":\"Value\"},\"_type\":\"List\"},"
                + "\"note\":{\"dtype\":\"string\",\"_type\":\"Value\"}}";
    }

    private static String page(int from, int to, int total) {
        String rows = IntStream.range(from, to)
                .mapToObj(i -> "{\"row_idx\":" + i + ",\"row\":{\"id\":\"r" + i + "\",\"score\":" + i
                        + ",\"label\":1,\"asked\":\"2020-01-02T03:04:05\",\"choices\":{\"text\":[\"a\",\"b\"],"
                        + "\"label\":[1,2]},\"tags\":[\"x\"],\"note\":null},\"truncated_cells\":[]}")
                .collect(Collectors.joining(","));
        return "{\"features\":[{\"feature_idx\":0,\"name\":\"id\",\"type\":{\"dtype\":\"string\",\"_type\":\"Value\"}}],"
                + "\"rows\":[" + rows + "],\"num_rows_total\":" + total
                + ",\"num_rows_per_page\":100,\"partial\":false}";
    }
}
