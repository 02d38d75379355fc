package network.pokt.mlqos.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import network.pokt.mlqos.inference.ChatAnswer;
import network.pokt.mlqos.inference.ChatMessage;
import network.pokt.mlqos.inference.ChatRequest;
import network.pokt.mlqos.inference.CompletionAnswer;
import network.pokt.mlqos.inference.CompletionRequest;
import network.pokt.mlqos.inference.Delivery;
import network.pokt.mlqos.inference.FinishReason;
import network.pokt.mlqos.inference.Prompt;
import network.pokt.mlqos.inference.SamplingParameters;
import network.pokt.mlqos.inference.TokenLogprob;
import network.pokt.mlqos.inference.TokenUsage;
import network.pokt.mlqos.template.ChatTemplate;
import network.pokt.mlqos.time.TimeSource;
import network.pokt.mlqos.token.ChatPrompt;
import network.pokt.mlqos.token.TokenCount;
import network.pokt.mlqos.token.TokenCounter;
import network.pokt.mlqos.token.Tokenizer;
import org.junit.jupiter.api.Test;

class UsageRecountTest {

    /** A token per character, and a template of two tokens per message and one for the turn to come. */
    private static final TokenCounter CHARACTERS = new TokenCounter() {
        @Override
        public TokenCount count(String text) {
            return TokenCount.exact(text.length());
        }

        @Override
        public TokenCount count(ChatRequest chat) {
            return TokenCount.exact(1
                    + chat.messages().stream()
                            .mapToLong(message -> message.content().length() + 2)
                            .sum());
        }
    };

    private static final UsageRecount RECOUNT = new UsageRecount(CHARACTERS);
    private static final Delivery WHOLE = new Delivery(Optional.empty(), Duration.ZERO, 0);
    private static final ChatRequest CHAT = ChatRequest.of(
            "m",
            List.of(ChatMessage.user("hello")),
            SamplingParameters.builder().maxTokens(20).build());

    @Test
    void an_answer_that_stopped_by_itself_has_an_end_token() {
        assertThat(completion(says("abc", FinishReason.STOP), TokenUsage.of(6, 4)))
                .isEqualTo(UsageCheck.of(TokenClaim.of(6, 6), TokenClaim.of(4, 4)));
        assertThat(completion(says("abc", FinishReason.LENGTH), TokenUsage.of(6, 3)))
                .isEqualTo(UsageCheck.of(TokenClaim.of(6, 6), TokenClaim.of(3, 3)));
    }

    @Test
    void a_stop_string_that_was_cut_off_may_have_been_written() {
        CompletionRequest request = CompletionRequest.of(
                "m",
                Prompt.text("prompt"),
                SamplingParameters.builder().stop(List.of("\n\n", "END")).build());
        UsageCheck check = RECOUNT.check(
                request,
                new CompletionAnswer(
                        "m", List.of(says("abc", FinishReason.STOP)), Optional.of(TokenUsage.of(6, 6)), WHOLE));

        assertThat(check.completion()).contains(new TokenClaim(6, 4, 3));
    }

    @Test
    void an_echoed_prompt_is_not_the_answer() {
        CompletionRequest request =
                CompletionRequest.echoing("m", Prompt.text("prompt"), SamplingParameters.defaults(), 0);
        UsageCheck check = RECOUNT.check(
                request,
                new CompletionAnswer(
                        "m",
                        List.of(new CompletionAnswer.Choice(
                                0, "promptabc", tokens("prompt", "ab", "c"), Optional.of(FinishReason.LENGTH))),
                        Optional.of(TokenUsage.of(6, 3)),
                        WHOLE));

        assertThat(check).isEqualTo(UsageCheck.of(TokenClaim.of(6, 6), TokenClaim.of(3, 3)));
    }

    @Test
    void the_prompt_of_a_chat_is_what_its_template_makes_of_it() {
        assertThat(chat(says("ok", Optional.empty()), TokenUsage.of(8, 3)))
                .isEqualTo(UsageCheck.of(TokenClaim.of(8, 8), TokenClaim.of(3, 3)));
    }

    @Test
    void hidden_reasoning_is_unverifiable_and_shown_reasoning_is_counted() {
        UsageCheck hidden = chat(says("ok", Optional.empty()), new TokenUsage(8, 13, 10));
        assertThat(hidden.completion()).contains(TokenClaim.of(3, 3));
        assertThat(hidden.unverifiable()).isEqualTo(10);

        UsageCheck shown = chat(says("ok", Optional.of("thinking..")), new TokenUsage(8, 13, 10));
        assertThat(shown.completion()).contains(new TokenClaim(13, 13, 6));
        assertThat(shown.unverifiable()).isZero();
    }

    @Test
    void what_calls_tools_cannot_be_counted_and_accuses_nobody() {
        ChatAnswer.Choice call = new ChatAnswer.Choice(
                0,
                "",
                Optional.empty(),
                List.of(new ChatMessage.ToolCall("1", "f", "{}")),
                List.of(),
                Optional.of(FinishReason.TOOL_CALLS));

        UsageCheck check = chat(call, TokenUsage.of(8, 15));

        assertThat(check.completion()).isEmpty();
        assertThat(check.unverifiable()).isEqualTo(15);
    }

    @Test
    void an_estimate_accuses_nobody() {
        UsageCheck check = new UsageRecount(TokenCounter.estimating())
                .check(CHAT, answer(says("ok", Optional.empty()), Optional.of(TokenUsage.of(8, 3)), 0));

        assertThat(check.prompt()).isEmpty();
        assertThat(check.completion()).isEmpty();
        assertThat(check.unverifiable()).isEqualTo(3);
    }

    @Test
    void a_conversation_that_our_template_refuses_accuses_nobody() {
        ChatTemplate refusing =
                ChatTemplate.compile("{{ raise_exception('no') }}", TimeSource.system(), ZoneOffset.UTC);
        Tokenizer characters = new Tokenizer() {
            @Override
            public int[] encode(String text, boolean addSpecialTokens) {
                return text.chars().toArray();
            }

            @Override
            public String decode(int... ids) {
                return new String(ids, 0, ids.length);
            }

            @Override
            public OptionalInt bosId() {
                return OptionalInt.empty();
            }

            @Override
            public OptionalInt eosId() {
                return OptionalInt.empty();
            }
        };
        UsageCheck check = new UsageRecount(TokenCounter.of(characters, ChatPrompt.of(refusing, Map.of())))
                .check(CHAT, answer(says("ok", Optional.empty()), Optional.of(TokenUsage.of(8, 3)), 0));

        assertThat(check.prompt()).isEmpty();
        assertThat(check.completion()).contains(TokenClaim.of(3, 3));
    }

    @Test
    void bills_that_contradict_the_answer_are_named() {
        assertThat(chat(says("ok", Optional.empty()), TokenUsage.of(8, 21)).contradictions())
                .containsExactly(Contradiction.ABOVE_MAX_TOKENS);
        assertThat(chat(says("ok", Optional.empty()), new TokenUsage(8, 3, 4)).contradictions())
                .containsExactly(Contradiction.MORE_REASONING_THAN_TOKENS);
        assertThat(RECOUNT.check(CHAT, answer(says("ok", Optional.empty()), Optional.of(TokenUsage.of(8, 3)), 4))
                        .contradictions())
                .containsExactly(Contradiction.MORE_EVENTS_THAN_TOKENS);
        assertThat(RECOUNT.check(CHAT, answer(says("ok", Optional.empty()), Optional.empty(), 0)))
                .isEqualTo(new UsageCheck(Optional.empty(), Optional.empty(), 0, Set.of(Contradiction.NO_USAGE)));
    }

    @Test
    void log_probabilities_have_to_spell_the_text_and_to_be_as_many_as_billed() {
        assertThat(logprobs("héé", FinishReason.LENGTH, 3, "h", "é", "\\xc3", "\\xa9"))
                .containsExactly(Contradiction.LOGPROBS_COUNT_OTHERWISE);
        assertThat(logprobs("hé", FinishReason.LENGTH, 3, "h", "bytes:\\xc3", "bytes:\\xa9"))
                .isEmpty();
        assertThat(logprobs("hé", FinishReason.STOP, 3, "h", "é", "<|end|>")).isEmpty();
        assertThat(logprobs("hé", FinishReason.STOP, 3, "h", "é")).isEmpty();
        assertThat(logprobs("hé", FinishReason.LENGTH, 3, "h", "é", "<|end|>"))
                .containsExactly(Contradiction.LOGPROBS_SPELL_OTHER_TEXT);
        assertThat(logprobs("hé", FinishReason.LENGTH, 2, "h", "e"))
                .containsExactly(Contradiction.LOGPROBS_SPELL_OTHER_TEXT);
        assertThat(logprobs("h\ufffd", FinishReason.LENGTH, 2, "h", "\\xe2")).isEmpty();
        assertThat(logprobs("write \\xe2", FinishReason.LENGTH, 2, "write ", "\\xe2"))
                .isEmpty();
        assertThat(logprobs("hé", FinishReason.LENGTH, 4, "h", "é"))
                .containsExactly(Contradiction.LOGPROBS_COUNT_OTHERWISE);
    }

    private static Set<Contradiction> logprobs(String text, FinishReason reason, long billed, String... tokens) {
        return completion(
                        new CompletionAnswer.Choice(0, text, tokens(tokens), Optional.of(reason)),
                        TokenUsage.of(6, billed))
                .contradictions();
    }

    private static List<TokenLogprob> tokens(String... tokens) {
        return Stream.of(tokens)
                .map(token -> new TokenLogprob(token, -1, List.of()))
                .toList();
    }

    private static CompletionAnswer.Choice says(String text, FinishReason reason) {
        return new CompletionAnswer.Choice(0, text, List.of(), Optional.of(reason));
    }

    private static ChatAnswer.Choice says(String content, Optional<String> reasoning) {
        return new ChatAnswer.Choice(0, content, reasoning, List.of(), List.of(), Optional.of(FinishReason.STOP));
    }

    private static UsageCheck completion(CompletionAnswer.Choice choice, TokenUsage usage) {
        CompletionRequest request = new CompletionRequest(
                "m", Prompt.text("prompt"), SamplingParameters.defaults(), OptionalInt.empty(), false);
        return RECOUNT.check(request, new CompletionAnswer("m", List.of(choice), Optional.of(usage), WHOLE));
    }

    private static UsageCheck chat(ChatAnswer.Choice choice, TokenUsage usage) {
        return RECOUNT.check(CHAT, answer(choice, Optional.of(usage), 0));
    }

    private static ChatAnswer answer(ChatAnswer.Choice choice, Optional<TokenUsage> usage, int events) {
        return new ChatAnswer("m", List.of(choice), usage, new Delivery(Optional.empty(), Duration.ZERO, events));
    }
}
