package network.pokt.mlqos.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import network.pokt.mlqos.transport.RelayResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real runs of lm-evaluation-harness: every recorded answer is read, and read as a tree parser reads it. */
class RecordedAnswersTest {

    private static final OpenAiCodec CODEC = OpenAiCodec.create();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static List<JsonNode> exchanges(String run) throws IOException {
        return exchanges(run, Long.MAX_VALUE);
    }

    private static List<JsonNode> exchanges(String run, long limit) throws IOException {
        Path file = SharedFolder.require("golden/lmeval/" + run + "/exchanges.jsonl.gz");
        List<JsonNode> exchanges = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.lines().limit(limit).map(JSON::readTree).forEach(exchanges::add);
        }
        assertThat(exchanges).isNotEmpty();
        return exchanges;
    }

    private static CompletionAnswer completion(JsonNode exchange) {
        return Responses.ok(
                CODEC.completion(Responses.json(exchange.get("response").toString())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gsm8k", "gsm8k_cot_self_consistency_b64", "bbh_cot_fewshot_word_sorting"})
    void generations_keep_their_texts_and_their_order(String run) throws IOException {
        for (JsonNode exchange : exchanges(run)) {
            List<CompletionAnswer.Choice> choices = completion(exchange).choices();
            JsonNode recorded = exchange.get("response").get("choices");

            assertThat(choices).hasSize(recorded.size());
            for (JsonNode choice : recorded) {
                assertThat(choices.get(choice.get("index").intValue()).text())
                        .isEqualTo(choice.get("text").stringValue());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"arc_challenge", "syn_rolling", "hellaswag"})
    void likelihoods_keep_every_token_and_every_bit(String run) throws IOException {
        for (JsonNode exchange : exchanges(run)) {
            JsonNode recorded = exchange.get("response").get("choices").get(0).get("logprobs");
            List<TokenLogprob> logprobs = completion(exchange).first().logprobs();

            assertThat(logprobs).hasSize(recorded.get("tokens").size());
            assertThat(logprobs.get(0).logprob()).isNaN();
            for (int i = 1; i < logprobs.size(); i++) {
                TokenLogprob token = logprobs.get(i);
                JsonNode top = recorded.get("top_logprobs").get(i);
                assertThat(token.token())
                        .isEqualTo(recorded.get("tokens").get(i).stringValue());
                assertThat(token.logprob())
                        .isEqualTo(recorded.get("token_logprobs").get(i).doubleValue());
                assertThat(token.top())
                        .hasSize(top.size())
                        .allSatisfy(candidate -> assertThat(candidate.logprob())
                                .isEqualTo(top.get(candidate.token()).doubleValue()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gsm8k_chat_multiturn", "gsm8k_chat_singleturn", "arc_challenge_chat", "syn_chat_single"})
    void chats_keep_their_contents(String run) throws IOException {
        for (JsonNode exchange : exchanges(run)) {
            ChatAnswer answer = Responses.ok(
                    CODEC.chat(Responses.json(exchange.get("response").toString())));
            JsonNode content = exchange.get("response").at("/choices/0/message/content");

            assertThat(answer.first().content()).isEqualTo(content.isNull() ? "" : content.stringValue());
        }
    }

    @Test
    void no_first_answer_of_any_run_is_a_fault() throws IOException {
        assertNoFaults(3);
    }

    @Test
    @Tag("long")
    void no_answer_of_any_run_is_a_fault() throws IOException {
        assertNoFaults(Long.MAX_VALUE);
    }

    private static void assertNoFaults(long answersPerRun) throws IOException {
        List<Path> runs;
        try (var folders = Files.list(SharedFolder.require("golden/lmeval"))) {
            runs = folders.filter(run -> Files.exists(run.resolve("exchanges.jsonl.gz")))
                    .sorted()
                    .toList();
        }
        assertThat(runs).isNotEmpty();
        for (Path run : runs) {
            for (JsonNode exchange : exchanges(run.getFileName().toString(), answersPerRun)) {
                RelayResponse response = Responses.json(exchange.get("response").toString());
                boolean chat = exchange.get("path").stringValue().contains("chat");
                Decoded<?> decoded = chat ? CODEC.chat(response) : CODEC.completion(response);
                assertThat(decoded).as("%s", run).isInstanceOf(Decoded.Ok.class);
            }
        }
    }
}
