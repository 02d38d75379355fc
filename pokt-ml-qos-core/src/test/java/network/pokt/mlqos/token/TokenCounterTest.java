package network.pokt.mlqos.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import network.pokt.mlqos.inference.ChatMessage;
import network.pokt.mlqos.inference.ChatRequest;
import network.pokt.mlqos.inference.CompletionRequest;
import network.pokt.mlqos.inference.Prompt;
import network.pokt.mlqos.inference.SamplingParameters;
import org.junit.jupiter.api.Test;

class TokenCounterTest {

    private static final SamplingParameters DEFAULTS = SamplingParameters.defaults();
    private static final ChatRequest HELLO =
            ChatRequest.of("m", List.of(ChatMessage.user("Hello, how are you today?")), DEFAULTS);

    private final TokenCounter estimating = TokenCounter.estimating();

    @Test
    void an_estimate_says_that_it_is_one() {
        TokenCount count = estimating.count("The quick brown fox jumps over the lazy dog.");
        assertThat(count.isExact()).isFalse();
        assertThat(count.tokens()).isBetween(8L, 13L);
        assertThat(count.low()).isLessThanOrEqualTo(10);
        assertThat(count.high()).isGreaterThanOrEqualTo(10);
    }

    @Test
    void nothing_has_no_tokens_for_certain() {
        assertThat(estimating.count("")).isEqualTo(TokenCount.exact(0));
    }

    @Test
    void ids_need_no_tokenizer_to_be_counted() {
        CompletionRequest request = CompletionRequest.of("m", Prompt.tokens(1, 2, 3), DEFAULTS);
        assertThat(estimating.countPrompt(request)).isEqualTo(TokenCount.exact(3));
        CompletionRequest text = CompletionRequest.of("m", Prompt.text("one two"), DEFAULTS);
        assertThat(estimating.countPrompt(text)).isEqualTo(estimating.count("one two"));
    }

    @Test
    void a_conversation_has_more_tokens_than_what_is_said_in_it() {
        TokenCount said = estimating.count("Hello, how are you today?");
        TokenCount chat = estimating.countPrompt(HELLO);
        assertThat(chat.tokens()).isGreaterThan(said.tokens());
        assertThat(chat.isExact()).isFalse();
    }

    @Test
    void tools_are_part_of_the_prompt() {
        ChatRequest.Tool tool = new ChatRequest.Tool("now", "Tells the time.", "{\"type\": \"object\"}");
        ChatRequest withTool = new ChatRequest("m", HELLO.messages(), DEFAULTS, List.of(tool), OptionalInt.empty());
        TokenCount with = estimating.count(withTool);
        TokenCount without = estimating.count(HELLO);
        assertThat(with.tokens()).isGreaterThan(without.tokens());
        assertThat(with.high()).isGreaterThan(without.high());
        // A template that knows no tools leaves them out.
        assertThat(with.low()).isEqualTo(without.low());
    }

    @Test
    void counts_add_up_with_their_bands() {
        TokenCount sum = TokenCount.exact(3).plus(TokenCount.estimated(5, 4, 9));
        assertThat(sum).isEqualTo(TokenCount.estimated(8, 7, 12));
        assertThat(sum.isExact()).isFalse();
    }

    @Test
    void a_band_holds_its_count() {
        assertThatThrownBy(() -> TokenCount.estimated(3, 4, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A token count needs 0 <= low <= tokens <= high, got low 4, tokens 3 and high 5.");
        assertThatThrownBy(() -> TokenCount.exact(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
