package network.pokt.mlqos.samples.quickstart.sim;

import static java.util.stream.Collectors.joining;
import static network.pokt.mlqos.samples.quickstart.sim.Client.body;
import static network.pokt.mlqos.samples.quickstart.sim.Client.completion;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class OpenAiProtocolTest extends NodeFixture {

    private final SimulatedTokenizer tokenizer = new SimulatedTokenizer();

    @Test
    void a_stream_adds_up_to_the_text_of_the_whole_answer_one_token_per_event() throws Exception {
        Client client = new Client(start(Behaviour.of("any", 1)));
        ObjectNode body = completion(PROMPTS.get(3));
        body.putObject("stream_options").put("include_usage", true);

        JsonNode whole = client.complete(completion(PROMPTS.get(3)));
        List<JsonNode> events = client.stream("/v1/completions", body);

        String text = whole.at("/choices/0/text").asString();
        assertThat(events.stream()
                        .map(e -> e.at("/choices/0/text").asString(""))
                        .collect(joining()))
                .isEqualTo(text);
        assertThat(events).hasSize((int) tokenizer.count(text) + 2);
        assertThat(events.get(events.size() - 2).at("/choices/0/finish_reason").asString())
                .isEqualTo("stop");
        assertThat(events.get(events.size() - 1).get("usage")).isEqualTo(whole.get("usage"));
        assertThat(events.get(events.size() - 1).get("choices")).isEmpty();
    }

    @Test
    void a_stream_never_breaks_a_character() throws Exception {
        AnswerBook smiling = AnswerBook.of(List.of(new Truth("Smile?", "😀 naïve 漢字 😀", List.of("no"))));
        Client client = new Client(start(Behaviour.of("any", 1), 1, smiling));

        List<JsonNode> events = client.stream("/v1/completions", completion("Question: Smile?\nAnswer:"));
        JsonNode short1 =
                client.complete(completion("Question: Smile?\nAnswer:").put("max_tokens", 2));

        assertThat(events)
                .noneMatch(event -> event.at("/choices/0/text").asString().contains("\uFFFD"));
        assertThat(events.stream().map(e -> e.at("/choices/0/text").asString()).collect(joining()))
                .isEqualTo(" 😀 naïve 漢字 😀");
        assertThat(short1.at("/choices/0/text").asString()).isEqualTo(" 😀");
        assertThat(short1.at("/choices/0/finish_reason").asString()).isEqualTo("length");
    }

    @Test
    void a_conversation_is_answered_in_whole_and_in_a_stream() throws Exception {
        Client client = new Client(start(Behaviour.of("any", 1)));
        String question = PROMPTS.get(5)
                .substring(PROMPTS.get(5).lastIndexOf("Question:"))
                .replace("\nAnswer:", "");
        ObjectNode body = body().put("model", "simulated-any");
        body.putArray("messages").addObject().put("role", "user").put("content", question);

        JsonNode whole = client.chat(body);
        List<JsonNode> events = client.stream("/v1/chat/completions", body);

        String text = whole.at("/choices/0/message/content").asString();
        assertThat(text).isEqualTo(BOOK.find(question).orElseThrow().correct());
        assertThat(whole.at("/usage/prompt_tokens").asLong())
                .isEqualTo(tokenizer.count("user\n" + question + "\nassistant\n"));
        assertThat(events.stream()
                        .map(e -> e.at("/choices/0/delta/content").asString(""))
                        .collect(joining()))
                .isEqualTo(text);
        assertThat(events.get(0).at("/choices/0/delta/role").asString()).isEqualTo("assistant");
    }

    @Test
    void stop_strings_end_the_text_before_the_first_of_them() throws Exception {
        Client client = new Client(start(Behaviour.of("any", 1)));
        ObjectNode body = body().put("prompt", PROMPTS.get(0)).put("max_tokens", 200);
        String free = client.complete(body).at("/choices/0/text").asString();
        body.putArray("stop").add("With").add("bags");

        JsonNode stopped = client.complete(body);

        assertThat(free).startsWith(" The bags hold").endsWith("\n\nQuestion: What comes next?\nAnswer:");
        assertThat(stopped.at("/choices/0/text").asString()).isEqualTo(" The ");
        assertThat(stopped.at("/choices/0/finish_reason").asString()).isEqualTo("stop");
    }

    @Test
    void prompts_come_as_text_texts_ids_or_lists_of_ids_and_mean_the_same() throws Exception {
        Client client = new Client(start(Behaviour.of("any", 1)));
        List<String> two = PROMPTS.subList(0, 2);
        JsonNode text = client.complete(completion(two.get(0)));
        ObjectNode texts = completion("");
        two.forEach(texts.putArray("prompt")::add);
        ObjectNode ids = completion("");
        Arrays.stream(tokenizer.encode(two.get(0), false)).forEach(ids.putArray("prompt")::add);
        ObjectNode lists = completion("");
        var outer = lists.putArray("prompt");
        two.forEach(prompt -> Arrays.stream(tokenizer.encode(prompt, false)).forEach(outer.addArray()::add));

        assertThat(client.complete(ids).get("choices")).isEqualTo(text.get("choices"));
        assertThat(client.complete(lists).get("choices"))
                .isEqualTo(client.complete(texts).get("choices"))
                .hasSize(2);
        assertThat(client.complete(texts).at("/choices/0")).isEqualTo(text.at("/choices/0"));
        assertThat(client.complete(texts).at("/choices/1/index").asInt()).isEqualTo(1);
    }

    @Test
    void every_answer_says_that_it_is_simulated() throws Exception {
        Client client = new Client(start(Behaviour.of("any", 1)));

        HttpResponse<String> models = client.get("/v1/models");
        HttpResponse<String> answer =
                client.post("/v1/completions", completion(PROMPTS.get(0)).toString());
        HttpResponse<String> stream = client.post(
                "/v1/completions",
                completion(PROMPTS.get(0)).put("stream", true).toString());
        HttpResponse<String> error = client.get("/nowhere");

        assertThat(List.of(models, answer, stream, error))
                .allMatch(a -> a.headers().firstValue("X-Simulated").orElse("").equals("true"));
        assertThat(Client.JSON.readTree(models.body()).at("/data/0/id").asString())
                .isEqualTo("simulated-any");
        assertThat(Client.JSON.readTree(answer.body()).get("system_fingerprint").asString())
                .isEqualTo("simulated");
        assertThat(stream.headers().firstValue("Content-Type")).contains("text/event-stream");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /v1/completions | {"model":"gpt-5","prompt":"a"} | 404 | ask for 'simulated-any'
            /v1/completions | {"prompt": | 400 | not as the interface has it
            /v1/completions | [] | 400 | must be an object
            /v1/completions | `` | 400 | must be an object
            /v1/completions | {} | 400 | prompt is missing
            /v1/completions | {"prompt":""} | 400 | none of them empty
            /v1/completions | {"prompt":[]} | 400 | none of them empty
            /v1/completions | {"prompt":[5]} | 400 | The token id 5 is outside
            /v1/completions | {"prompt":"a","max_tokens":-1} | 400 | max_tokens must be at least 0
            /v1/completions | {"prompt":"a","max_tokens":"x"} | 400 | not as the interface has it
            /v1/completions | {"prompt":"a","logprobs":-1} | 400 | logprobs must be at least 0
            /v1/completions | {"prompt":"a","n":2} | 400 | n must be 1
            /v1/completions | {"prompt":"a","stop":[""]} | 400 | no stop may be empty
            /v1/completions | {"prompt":"a","stream":true,"echo":true} | 400 | neither echo nor logprobs
            /v1/chat/completions | {} | 400 | messages must be a list
            /v1/chat/completions | {"messages":[{"role":"user"}]} | 400 | not as the interface has it
            /v1/chat/completions | {"messages":[{"role":"a","content":"a"}],"logprobs":true} | 400 | at /v1/completions
            /v1/embeddings | {} | 404 | Nothing is served at POST
            """)
    void a_bad_request_is_refused_in_the_shape_of_openai(String path, String body, int status, String message)
            throws Exception {
        HttpResponse<String> answer = new Client(start(Behaviour.of("any", 1))).post(path, body);

        JsonNode error = Client.JSON.readTree(answer.body()).get("error");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(error.get("message").asString()).contains(message);
        assertThat(error.get("type").asString()).isEqualTo("invalid_request_error");
        assertThat(error.get("code").asInt()).isEqualTo(status);
    }
}
