package network.pokt.mlqos.lmeh.match;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MeaningMatchTest {

    private static final String SECRET = "sk-very-secret";

    private final WireMockServer server = new WireMockServer(options().dynamicPort());

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    /** The answer is that of vLLM's documentation: sorted by relevance, each with its index. */
    @Test
    void a_reranker_decides_for_the_nearest_group() {
        server.stubFor(post(urlEqualTo("/v1/rerank"))
                .withHeader("Authorization", equalTo("Bearer " + SECRET))
                .withRequestBody(equalToJson("{\"model\":\"rr\",\"query\":\"It is Paris.\","
                        + "\"documents\":[\"Paris\",\"the capital of France\",\"Lyon\"]}"))
                .willReturn(okJson("{\"id\":\"rerank-1\",\"model\":\"rr\",\"usage\":{\"total_tokens\":56},\"results\":["
                        + "{\"index\":1,\"document\":{\"text\":\"the capital of France\"},\"relevance_score\":0.998},"
                        + "{\"index\":2,\"document\":{\"text\":\"Lyon\"},\"relevance_score\":0.4},"
                        + "{\"index\":0,\"document\":{\"text\":\"Paris\"},\"relevance_score\":0.1}]}")));
        Closeness reranker = Reranker.vllm(endpoint(SECRET), "rr", Wording.PLAIN);
        MeaningMatch match = MeaningMatch.by(reranker);
        MeaningMatch.Verdict verdict =
                match.judge("It is Paris.", List.of("Paris", "the capital of France"), List.of("Lyon", "Paris"));
        assertThat(verdict).isEqualTo(new MeaningMatch.Verdict(0.998, 0.4));
        assertThat(verdict.isRight()).isTrue();
        assertThat(new MeaningMatch(reranker, MeaningMatch.Grouping.AVERAGE, 100)
                        .judge("It is Paris.", List.of("Paris", "the capital of France"), List.of("Lyon"))
                        .right())
                .isCloseTo(0.549, within(1e-9));
        assertThat(match.nearest("It is Paris.", List.of("Paris", "the capital of France", "Lyon")))
                .isEqualTo("the capital of France");
    }

    @Test
    void another_interface_and_a_wording_reach_the_service() {
        server.stubFor(post(urlEqualTo("/rerank"))
                .withHeader("Authorization", absent())
                .withRequestBody(equalToJson("{\"model\":\"m\",\"query\":\"Q {text} [find it]\",\"texts\":[\"D a\"]}"))
                .willReturn(okJson("[{\"index\":0,\"score\":-2.5}]")));
        Wording wording = new Wording("Q {text} [{instruction}]", "D {text}");
        assertThat(new Reranker(endpoint(null), Reranker.Api.TEI, "m", wording, "find it").of("{text}", List.of("a")))
                .containsExactly(-2.5);
        assertThat(Wording.QWEN3_RERANKER.answer("A", "I")).contains("<Instruct>: I\n<Query>: A\n");
        assertThatThrownBy(() -> new Wording("x", "{text}")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void embeddings_decide_by_their_angle() {
        server.stubFor(post(urlEqualTo("/v1/embeddings"))
                .willReturn(okJson("{\"object\":\"list\",\"data\":["
                        + "{\"object\":\"embedding\",\"index\":2,\"embedding\":[0.0,2.0]},"
                        + "{\"object\":\"embedding\",\"index\":0,\"embedding\":[1.0,1.0]},"
                        + "{\"object\":\"embedding\",\"index\":1,\"embedding\":[3.0,3.0]}],\"model\":\"e\"}")));
        Closeness embeddings = Embeddings.of(endpoint(null), "e", Wording.PLAIN);
        double[] closeness = embeddings.of("x", List.of("a", "b"));
        assertThat(closeness[0]).isCloseTo(1, within(1e-12));
        assertThat(closeness[1]).isCloseTo(Math.sqrt(0.5), within(1e-12));
    }

    @Test
    void an_empty_answer_is_wrong_without_a_question() {
        Closeness never = (answer, candidates) -> {
            throw new AssertionError("asked");
        };
        assertThat(MeaningMatch.by(never).judge(" \n", List.of("a"), List.of()).isRight())
                .isFalse();
        assertThatThrownBy(() -> MeaningMatch.by(never).judge("x", List.of(), List.of("b")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void of_a_long_answer_the_end_is_looked_at_and_no_character_is_cut() {
        Closeness end = (answer, candidates) -> {
            assertThat(answer).isEqualTo("yz");
            return new double[] {1};
        };
        assertThat(new MeaningMatch(end, MeaningMatch.Grouping.NEAREST, 3)
                        .judge("abc😀yz", List.of("a"), List.of())
                        .isRight())
                .isTrue();
    }

    @Test
    void a_service_that_answers_something_else_is_refused_without_its_key() {
        Reranker reranker = Reranker.vllm(endpoint(SECRET), "rr", Wording.PLAIN);
        for (String answer : List.of(
                "no json",
                "{}",
                "{\"results\":[]}",
                "{\"results\":[{\"index\":0}]}",
                "{\"results\":[{\"index\":5,\"relevance_score\":1}]}",
                "{\"results\":[{\"index\":0,\"relevance_score\":1},{\"index\":0,\"relevance_score\":2}]}",
                "{\"results\":[{\"index\":0,\"relevance_score\":\"NaN\"}]}")) {
            server.stubFor(post(urlEqualTo("/v1/rerank")).willReturn(okJson(answer)));
            assertThatThrownBy(() -> reranker.of("x", List.of("a"))).as(answer).isInstanceOf(MatchException.class);
        }
        for (String answer : List.of(
                "{\"data\":[{\"index\":0,\"embedding\":[0]},{\"index\":1,\"embedding\":[1]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[1]},{\"index\":1,\"embedding\":[1,2]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[1]}]}")) {
            server.stubFor(post(urlEqualTo("/v1/embeddings")).willReturn(okJson(answer)));
            assertThatThrownBy(() ->
                            Embeddings.of(endpoint(null), "e", Wording.PLAIN).of("x", List.of("a")))
                    .as(answer)
                    .isInstanceOf(MatchException.class);
        }
        server.stubFor(post(urlEqualTo("/v1/rerank")).willReturn(aResponse().withStatus(500)));
        assertThatThrownBy(() -> reranker.of("x", List.of("a")))
                .isInstanceOf(MatchException.class)
                .hasMessageContaining("status 500")
                .hasMessageNotContaining(SECRET);
        server.stubFor(
                post(urlEqualTo("/v1/rerank")).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertThatThrownBy(() -> reranker.of("x", List.of("a"))).isInstanceOf(MatchException.class);
        server.verify(9, postRequestedFor(urlEqualTo("/v1/rerank")));
    }

    private JsonEndpoint endpoint(String key) {
        return JsonEndpoint.at(URI.create(server.baseUrl() + "/"), key, Duration.ofSeconds(20));
    }
}
