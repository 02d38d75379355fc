package network.pokt.mlqos.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.OptionalInt;
import network.pokt.mlqos.evaluation.Exchange.Answer;
import network.pokt.mlqos.inference.ChatMessage;
import network.pokt.mlqos.inference.Decoded;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.task.Reply;
import network.pokt.mlqos.token.Tokenizer;
import network.pokt.mlqos.transport.FaultCause;
import org.junit.jupiter.api.Test;

class ChatApiTest {

    private static final Node NODE = Node.at(URI.create("http://localhost:1"), "tiny");
    private static final Ask TEXT =
            new Ask.Generate(Ask.Context.text("1+1="), Ask.Generation.greedy(7, "a", "b", "c", "d", "e"));

    @Test
    void a_text_is_one_message_of_a_user_and_four_strings_stop_it() {
        Exchange exchange = ModelApi.chat().build().exchange(TEXT, NODE);
        assertThat(exchange.request().path()).isEqualTo("/v1/chat/completions");
        assertThat(Wire.body(exchange))
                .isEqualTo(Wire.json(
                        "{'model': 'tiny', 'messages': [{'role': 'user', 'content': '1+1='}], 'max_tokens': 7,"
                                + " 'temperature': 0.0, 'stop': ['a', 'b', 'c', 'd'], 'seed': 1234}"));
    }

    @Test
    void a_conversation_is_sent_as_it_is() {
        Ask ask = new Ask.Generate(
                Ask.Context.chat(List.of(ChatMessage.system("Be brief."), ChatMessage.user("1+1="))),
                Ask.Generation.greedy(0));
        Exchange exchange = ModelApi.chat()
                .eosString("</s>")
                .maxTokens(9)
                .streaming(true)
                .build()
                .exchange(ask, NODE);
        assertThat(Wire.body(exchange))
                .isEqualTo(Wire.json("{'model': 'tiny', 'messages': [{'role': 'system', 'content': 'Be brief.'},"
                        + " {'role': 'user', 'content': '1+1='}], 'max_tokens': 9, 'temperature': 0.0, 'stop': ['</s>'],"
                        + " 'seed': 1234, 'stream': true, 'stream_options': {'include_usage': true}}"));
    }

    @Test
    void the_answer_is_the_content_and_null_is_an_empty_one() {
        Exchange exchange = ModelApi.chat().build().exchange(TEXT, NODE);
        assertThat(reply(exchange, "'2'")).isEqualTo(new Reply.Generated("2"));
        assertThat(reply(exchange, "null")).isEqualTo(new Reply.Generated(""));
    }

    @Test
    void thoughts_can_be_cut_off() {
        Exchange exchange = ModelApi.chat().thinkEndToken("</think>").build().exchange(TEXT, NODE);
        assertThat(reply(exchange, "'<think>1</think>2</think>\\n 3 '")).isEqualTo(new Reply.Generated("3 "));
        assertThat(reply(exchange, "' 3'")).isEqualTo(new Reply.Generated("3"));
    }

    @Test
    void a_fault_of_the_wire_stays_what_it_is() {
        Exchange exchange = ModelApi.chat().build().exchange(TEXT, NODE);
        assertThat(((Decoded.Fault<Answer>) exchange.read(Wire.response(200, "{'choices': []}")))
                        .failure()
                        .cause())
                .isEqualTo(FaultCause.EMPTY);
    }

    @Test
    void a_tokenizer_makes_the_ceiling_tighter() {
        long bytes = ModelApi.chat().build().exchange(TEXT, NODE).ceiling().promptTokens();
        long tokens = ModelApi.chat()
                .tokenizer(new OneToken())
                .build()
                .exchange(TEXT, NODE)
                .ceiling()
                .promptTokens();
        assertThat(bytes - tokens).isEqualTo(3);
        assertThat(ModelApi.chat().build().exchange(TEXT, NODE).ceiling().completionTokens())
                .isEqualTo(7);
    }

    @Test
    void log_likelihoods_are_refused_with_a_remedy() {
        ChatApi api = ModelApi.chat().build();
        for (Ask ask : List.of(new Ask.Loglikelihood("a", "b"), new Ask.RollingLoglikelihood("a"))) {
            assertThatThrownBy(() -> api.exchange(ask, NODE))
                    .isInstanceOf(UnsupportedAskException.class)
                    .hasMessageContaining("ModelApi.completions()");
        }
    }

    @Test
    void settings_show_in_the_fingerprint() {
        assertThat(List.of(
                        ModelApi.chat(),
                        ModelApi.chat().seed(1),
                        ModelApi.chat().maxTokens(1),
                        ModelApi.chat().model("m"),
                        ModelApi.chat().streaming(true),
                        ModelApi.chat().eosString("e"),
                        ModelApi.chat().thinkEndToken("e")))
                .extracting(builder -> builder.build().fingerprint())
                .doesNotHaveDuplicates();
        assertThatThrownBy(() -> ModelApi.chat().thinkEndToken("")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Reply reply(Exchange exchange, String content) {
        Decoded<Answer> decoded = exchange.read(Wire.response(
                200,
                "{'model': 'tiny', 'choices': [{'index': 0, 'message': {'role': 'assistant', 'content': " + content
                        + "}, 'finish_reason': 'stop'}]}"));
        assertThat(decoded).isInstanceOf(Decoded.Ok.class);
        return ((Decoded.Ok<Answer>) decoded).answer().reply();
    }

    /** Takes every text for one token. */
    private static final class OneToken implements Tokenizer {

        @Override
        public int[] encode(String text, boolean addSpecialTokens) {
            return new int[1];
        }

        @Override
        public String decode(int... ids) {
            return "x";
        }

        @Override
        public OptionalInt bosId() {
            return OptionalInt.empty();
        }

        @Override
        public OptionalInt eosId() {
            return OptionalInt.empty();
        }
    }
}
