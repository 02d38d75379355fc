package network.pokt.mlqos.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import network.pokt.mlqos.evaluation.Exchange.Answer;
import network.pokt.mlqos.evaluation.Exchange.Ceiling;
import network.pokt.mlqos.inference.Decoded;
import network.pokt.mlqos.inference.TokenUsage;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.task.Reply;
import network.pokt.mlqos.token.Tokenizer;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class CompletionsApiTest {

    private static final Node NODE = Node.at(URI.create("http://localhost:1"), "tiny");
    private static final Tokenizer LETTERS = new LetterTokenizer(OptionalInt.of(1), OptionalInt.of(2));
    private static final Ask.Loglikelihood AB_CD = new Ask.Loglikelihood("ab", "cd");

    @Test
    void a_text_is_asked_for_as_lm_eval_does() {
        Exchange exchange = completions().build().exchange(generate("abc", Ask.Generation.greedy(9, "\n")), NODE);
        assertThat(exchange.request().path()).isEqualTo("/v1/completions");
        assertThat(Wire.body(exchange))
                .isEqualTo(Wire.json("{'model': 'tiny', 'prompt': [[97, 98, 99]], 'max_tokens': 9, 'temperature': 0.0,"
                        + " 'stop': ['\\n', '</s>'], 'seed': 1234}"));
        assertThat(exchange.ceiling()).isEqualTo(new Ceiling(3, 9));
    }

    @Test
    void a_log_likelihood_is_asked_for_by_echo() {
        Exchange exchange = completions().build().exchange(AB_CD, NODE);
        assertThat(Wire.body(exchange))
                .isEqualTo(Wire.json(
                        "{'model': 'tiny', 'prompt': [[97, 98, 99, 100]], 'max_tokens': 1, 'temperature': 0.0,"
                                + " 'logprobs': 1, 'echo': true, 'seed': 1234}"));
        assertThat(exchange.ceiling()).isEqualTo(new Ceiling(4, 1));
    }

    @Test
    void settings_show_in_the_request() {
        CompletionsApi other = completions()
                .seed(7)
                .maxTokens(5)
                .model("other")
                .streaming(true)
                .eosString("<end>")
                .tokenizedRequests(false)
                .build();
        assertThat(Wire.body(other.exchange(generate("abc", Ask.Generation.greedy(0)), NODE)))
                .isEqualTo(Wire.json("{'model': 'other', 'prompt': 'abc', 'max_tokens': 5, 'temperature': 0.0,"
                        + " 'stop': ['<end>'], 'seed': 7, 'stream': true, 'stream_options': {'include_usage': true}}"));
        assertThat(Wire.body(other.exchange(AB_CD, NODE)).has("stream")).isFalse();
    }

    @Test
    void settings_show_in_the_fingerprint() {
        List<CompletionsApi> apis = List.of(
                completions().build(),
                completions().seed(7).build(),
                completions().maxTokens(5).build(),
                completions().maxLength(99).build(),
                completions().model("m").build(),
                completions().streaming(true).build(),
                completions().eosString("e").build(),
                completions().stopAtEos(false).build(),
                completions().tokenizedRequests(false).build(),
                completions().addBosToken(true).build(),
                completions().prefixTokenId(5).build(),
                ModelApi.completions().build(),
                ModelApi.completions().tokenizers(node -> LETTERS, "by model").build());
        assertThat(apis).extracting(ModelApi::fingerprint).doesNotHaveDuplicates();
        assertThat(completions().build().fingerprint()).isEqualTo(apis.get(0).fingerprint());
    }

    @Test
    void the_end_of_a_sequence_is_stopped_at_once_or_not_at_all() {
        Ask ask = generate("a", Ask.Generation.greedy(1, "</s>", "x"));
        assertThat(Wire.body(completions().build().exchange(ask, NODE)).get("stop"))
                .isEqualTo(Wire.json("['</s>', 'x']"));
        CompletionsApi concurrent = completions().stopAtEos(false).build();
        assertThat(Wire.body(concurrent.exchange(generate("a", Ask.Generation.greedy(1)), NODE))
                        .has("stop"))
                .isFalse();
    }

    @Test
    void parameters_of_the_task_are_passed_on() {
        Map<String, Object> extra = Map.of("do_sample", true, "top_p", 0.5, "top_k", 3);
        Ask ask = generate("a", new Ask.Generation(List.of(), 2, 0.7, extra));
        JsonNode body = Wire.body(completions().build().exchange(ask, NODE));
        assertThat(body.get("temperature").asDouble()).isEqualTo(0.7);
        assertThat(body.get("top_p").asDouble()).isEqualTo(0.5);
        assertThat(body.get("top_k").asInt()).isEqualTo(3);
        assertThat(body.has("do_sample")).isFalse();
    }

    /**
     * The context holds the prompt, the answer and one token more; without room for a prompt Python's slice decides.
     */
    @ParameterizedTest
    @CsvSource({"20, 4, abcdefghij", "10, 4, fghij", "6, 4, j", "5, 4, abcdefghij", "4, 4, bcdefghij", "2, 20, ''"})
    void a_prompt_is_cut_at_its_beginning(int maxLength, int maxTokens, String sent) {
        CompletionsApi api = completions().maxLength(maxLength).build();
        JsonNode body = Wire.body(api.exchange(generate("abcdefghij", Ask.Generation.greedy(maxTokens)), NODE));
        assertThat(text(body)).isEqualTo(sent);
    }

    @Test
    void white_space_before_the_continuation_belongs_to_it() {
        Exchange exchange = completions().build().exchange(new Ask.Loglikelihood("a \n", "b"), NODE);
        assertThat(text(Wire.body(exchange))).isEqualTo("a \nb");
        assertThat(likelihood(exchange, Wire.echo(4, -8, -4, -2, -1)).logprob()).isEqualTo(-7);
    }

    @Test
    void a_continuation_without_context_follows_the_prefix_token() {
        CompletionsApi api = completions().build();
        assertThat(ids(api.exchange(new Ask.Loglikelihood("", "b"), NODE))).containsExactly(1, 98);
        assertThat(ids(api.exchange(new Ask.Loglikelihood(" ", "b"), NODE))).containsExactly(1, 32, 98);
        Exchange alreadyThere = completions().prefixTokenId(98).build().exchange(new Ask.Loglikelihood("", "bc"), NODE);
        assertThat(ids(alreadyThere)).containsExactly(98, 99);
        assertThat(likelihood(alreadyThere, Wire.echo(2, -8, -4)).logprob()).isEqualTo(-4);
        Tokenizer noBos = new LetterTokenizer(OptionalInt.empty(), OptionalInt.of(2));
        assertThat(ids(ModelApi.completions().tokenizer(noBos).build().exchange(new Ask.Loglikelihood("", "b"), NODE)))
                .containsExactly(2, 98);
    }

    @Test
    void context_and_continuation_are_cut_at_their_beginning() {
        Exchange exchange = completions().maxLength(4).build().exchange(new Ask.Loglikelihood("abcd", "ef"), NODE);
        assertThat(text(Wire.body(exchange))).isEqualTo("def");
        assertThat(likelihood(exchange, Wire.echo(3, -8, -4, -2)).logprob()).isEqualTo(-6);
    }

    @Test
    void special_tokens_of_the_tokenizer_are_added_only_if_asked_for() {
        CompletionsApi api = completions().addBosToken(true).build();
        assertThat(ids(api.exchange(AB_CD, NODE))).containsExactly(1, 97, 98, 99, 100);
        assertThat(ids(api.exchange(generate("a", Ask.Generation.greedy(1)), NODE)))
                .containsExactly(1, 97);
    }

    @Test
    void a_log_likelihood_is_the_sum_over_the_continuation() {
        Exchange exchange = completions().build().exchange(AB_CD, NODE);
        String echo = Wire.echo(4, -16, -8, -4, -2);
        assertThat(likelihood(exchange, echo)).isEqualTo(new Reply.Likelihood(-6, true));
        assertThat(likelihood(exchange, echo.replace("'t3': -2.0", "'t3': -1.5")))
                .isEqualTo(new Reply.Likelihood(-6, false));
    }

    @Test
    void a_server_that_writes_nothing_after_the_echo_is_understood() {
        Exchange exchange = completions().build().exchange(AB_CD, NODE);
        assertThat(likelihood(exchange, Wire.echoOnly(-16, -8, -4, -2)).logprob())
                .isEqualTo(-6);
    }

    @Test
    void a_log_likelihood_over_text_is_asked_for_by_the_text_of_the_ids() {
        CompletionsApi api = completions().tokenizedRequests(false).maxLength(4).build();
        Exchange exchange = api.exchange(AB_CD, NODE);
        assertThat(Wire.body(exchange).get("prompt").asString()).isEqualTo("bcd");
        assertThat(exchange.ceiling()).isEqualTo(new Ceiling(5, 1));
        assertThat(likelihood(exchange, Wire.echo(3, -8, -4, -2)).logprob()).isEqualTo(-6);
    }

    @Test
    void a_node_that_does_not_echo_is_at_fault() {
        Exchange exchange = completions().build().exchange(AB_CD, NODE);
        assertFault(exchange, Wire.echo(1, -1), "was not echoed: the answer has 2 tokens for a prompt of 4");
    }

    @Test
    void a_node_without_log_probabilities_is_at_fault() {
        Exchange exchange = completions().build().exchange(AB_CD, NODE);
        assertFault(
                exchange,
                "{'model': 'tiny', 'choices': [{'index': 0, 'text': 'abcdx', 'finish_reason': 'length'}]}",
                "no log-probabilities although they were asked for");
        String halfEmpty = Wire.echo(4, -16, -8, -4, -2).replace(", -4.0,", ", null,");
        assertFault(exchange, halfEmpty, "may lack its log-probability");
        assertFault(
                exchange, Wire.withoutCandidates(-16, -8, -4, -2), "does not say which tokens were the most probable");
    }

    @Test
    void a_node_that_splits_the_prompt_otherwise_is_at_fault() {
        Exchange exchange = completions().build().exchange(AB_CD, NODE);
        assertFault(exchange, Wire.echo(5, -16, -8, -4, -2, -1), "has 6 tokens for a prompt of 4 and one more");
    }

    @Test
    void faults_of_the_wire_stay_what_they_are() {
        Exchange likelihood = completions().build().exchange(AB_CD, NODE);
        Exchange generation = completions().build().exchange(generate("a", Ask.Generation.greedy(1)), NODE);
        assertThat(failure(likelihood, 500, "no").cause()).isEqualTo(FaultCause.SERVER_ERROR);
        assertThat(failure(generation, 429, "no").cause()).isEqualTo(FaultCause.RATE_LIMITED);
    }

    @Test
    void an_answer_comes_with_its_usage_and_delivery() {
        Exchange exchange = completions().build().exchange(generate("a", Ask.Generation.greedy(4)), NODE);
        Decoded<Answer> decoded = exchange.read(Wire.response(
                200,
                "{'model': 'tiny', 'choices': [{'index': 0, 'text': ' 42', 'finish_reason': 'stop'}],"
                        + " 'usage': {'prompt_tokens': 1, 'completion_tokens': 2, 'total_tokens': 3}}"));
        Answer answer = ((Decoded.Ok<Answer>) decoded).answer();
        assertThat(answer.reply()).isEqualTo(new Reply.Generated(" 42"));
        assertThat(answer.usage()).contains(TokenUsage.of(1, 2));
        assertThat(answer.delivery().streamed()).isFalse();
    }

    @Test
    void without_a_tokenizer_texts_are_bounded_by_their_bytes() {
        CompletionsApi api = ModelApi.completions().build();
        Exchange exchange = api.exchange(generate("aé猫😀", Ask.Generation.greedy(0)), NODE);
        assertThat(exchange.ceiling()).isEqualTo(new Ceiling(1 + 2 + 3 + 4 + 2, 256));
        assertThat(Wire.body(exchange).get("prompt").asString()).isEqualTo("aé猫😀");
        assertThat(Wire.body(exchange).has("stop")).isFalse();
    }

    @Test
    void each_node_can_have_its_own_tokenizer() {
        Node other = Node.at(URI.create("http://localhost:2"), "other");
        Tokenizer shifted = new LetterTokenizer(OptionalInt.of(3), OptionalInt.of(3));
        CompletionsApi api = ModelApi.completions()
                .tokenizers(node -> node.equals(other) ? shifted : LETTERS, "letters by node")
                .build();
        assertThat(ids(api.exchange(new Ask.Loglikelihood("", "b"), NODE))).containsExactly(1, 98);
        assertThat(ids(api.exchange(new Ask.Loglikelihood("", "b"), other))).containsExactly(3, 98);
    }

    @Test
    void what_completions_cannot_carry_is_refused_with_a_remedy() {
        CompletionsApi api = completions().maxLength(4).build();
        Ask chat = new Ask.Generate(Ask.Context.chat(List.of()), Ask.Generation.greedy(1));
        assertUnsupported(api, chat, "ModelApi.chat()");
        assertUnsupported(api, new Ask.RollingLoglikelihood("a"), "Rolling");
        assertUnsupported(api, new Ask.Loglikelihood("a", "bcd"), "raise maxLength");
        assertUnsupported(ModelApi.completions().build(), AB_CD, "tokenizer(...)");
        Tokenizer bare = new LetterTokenizer(OptionalInt.empty(), OptionalInt.empty());
        CompletionsApi withoutPrefix = ModelApi.completions().tokenizer(bare).build();
        assertUnsupported(withoutPrefix, new Ask.Loglikelihood("", "a"), "prefixTokenId");
    }

    @Test
    void what_makes_no_sense_is_refused() {
        assertThatThrownBy(() -> completions().maxLength(1).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 2");
        assertThatThrownBy(() -> completions().maxTokens(0).build()).isInstanceOf(IllegalArgumentException.class);
        URI uri = URI.create("http://localhost:1");
        Node nameless = Node.builder(NodeId.external(uri), uri).build();
        assertThatThrownBy(() -> completions().build().exchange(AB_CD, nameless))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("names no model");
    }

    private static CompletionsApi.Builder completions() {
        return ModelApi.completions().tokenizer(LETTERS);
    }

    private static Ask generate(String text, Ask.Generation generation) {
        return new Ask.Generate(Ask.Context.text(text), generation);
    }

    private static int[] ids(Exchange exchange) {
        JsonNode prompt = Wire.body(exchange).get("prompt").get(0);
        return IntStream.range(0, prompt.size()).map(i -> prompt.get(i).asInt()).toArray();
    }

    private static String text(JsonNode body) {
        StringBuilder text = new StringBuilder();
        body.get("prompt").get(0).forEach(id -> text.append((char) id.asInt()));
        return text.toString();
    }

    private static Reply.Likelihood likelihood(Exchange exchange, String answer) {
        Decoded<Answer> decoded = exchange.read(Wire.response(200, answer));
        assertThat(decoded).isInstanceOf(Decoded.Ok.class);
        return (Reply.Likelihood) ((Decoded.Ok<Answer>) decoded).answer().reply();
    }

    private static RelayFailure failure(Exchange exchange, int status, String answer) {
        Decoded<Answer> decoded = exchange.read(Wire.response(status, answer));
        assertThat(decoded).isInstanceOf(Decoded.Fault.class);
        return ((Decoded.Fault<Answer>) decoded).failure();
    }

    private static void assertFault(Exchange exchange, String answer, String detail) {
        RelayFailure failure = failure(exchange, 200, answer);
        assertThat(failure.cause()).isEqualTo(FaultCause.SCHEMA);
        assertThat(failure.detail()).contains(detail);
    }

    private static void assertUnsupported(ModelApi api, Ask ask, String remedy) {
        assertThatThrownBy(() -> api.exchange(ask, NODE))
                .isInstanceOf(UnsupportedAskException.class)
                .hasMessageContaining(remedy);
    }
}
