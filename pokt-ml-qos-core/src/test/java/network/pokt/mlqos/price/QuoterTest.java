package network.pokt.mlqos.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import network.pokt.mlqos.inference.ChatMessage;
import network.pokt.mlqos.inference.ChatRequest;
import network.pokt.mlqos.inference.CompletionRequest;
import network.pokt.mlqos.inference.Prompt;
import network.pokt.mlqos.inference.SamplingParameters;
import network.pokt.mlqos.inference.TokenUsage;
import network.pokt.mlqos.token.TokenCounter;
import org.junit.jupiter.api.Test;

class QuoterTest {

    private static final ModelPrice PRICE = ModelPrice.builder(
                    new Rate("USD", new BigDecimal("0.001"), new BigDecimal("3"), new BigDecimal("15")))
            .above(1_000, new Rate("USD", new BigDecimal("0.001"), new BigDecimal("6"), new BigDecimal("30")))
            .build();

    /** Token ids are counted exactly without a tokenizer. */
    private static final TokenCounter COUNTER = TokenCounter.estimating();

    @Test
    void a_quote_tells_what_a_call_costs_at_least_about_and_at_most() {
        Quote quote = Quoter.builder(PRICE, COUNTER)
                .usualAnswer(50)
                .computeUnits(new ComputeUnits(10, 1_000, 5_000))
                .build()
                .quote(ids(100, SamplingParameters.builder().maxTokens(200)));

        assertThat(quote.promptExact()).isTrue();
        assertThat(quote.promptTokens()).isEqualTo(CountRange.exactly(100));
        assertThat(quote.completionTokens()).isEqualTo(new CountRange(0, 50, 200));
        assertThat(quote.cost().minimum()).isEqualByComparingTo("0.0013");
        assertThat(quote.cost().expected()).isEqualByComparingTo("0.00205");
        assertThat(quote.cost().maximum()).isEqualByComparingTo("0.0043");
        assertThat(quote.computeUnits()).contains(new CountRange(110, 360, 1_110));
        assertThat(quote.costOf(TokenUsage.of(100, 200))).isEqualByComparingTo("0.0043");
        assertThat(quote)
                .hasToString("100 prompt tokens (counted), 0..200, about 50 completion tokens: 0.0013..0.0043 USD,"
                        + " about 0.00205, 110..1110, about 360 compute units");
    }

    @Test
    void the_answer_is_bounded_by_the_least_of_request_service_and_context() {
        ModelPrice limited =
                ModelPrice.builder(PRICE.rate()).maxCompletionTokens(300).build();
        CompletionRequest open = ids(100, SamplingParameters.builder());

        assertThat(Quoter.builder(limited, COUNTER)
                        .build()
                        .quote(open)
                        .completionTokens()
                        .most())
                .isEqualTo(300);
        assertThat(Quoter.builder(limited, COUNTER)
                        .contextTokens(150)
                        .build()
                        .quote(open)
                        .completionTokens())
                .isEqualTo(new CountRange(0, 50, 50));
        assertThat(Quoter.builder(limited, COUNTER)
                        .build()
                        .quote(ids(100, SamplingParameters.builder().extra("max_completion_tokens", 20)))
                        .completionTokens()
                        .most())
                .isEqualTo(20);
    }

    @Test
    void several_choices_cost_several_answers_and_forced_lengths_are_a_minimum() {
        Quote quote = Quoter.builder(PRICE, COUNTER)
                .build()
                .quote(ids(
                        10,
                        SamplingParameters.builder()
                                .maxTokens(100)
                                .extra("n", 2)
                                .extra("best_of", 3)
                                .extra("min_tokens", 40)));

        assertThat(quote.completionTokens()).isEqualTo(new CountRange(120, 300, 300));
    }

    @Test
    void a_prompt_that_is_estimated_says_so_and_keeps_its_band() {
        Quote quote = Quoter.builder(PRICE, COUNTER)
                .build()
                .quote(ChatRequest.of(
                        "m",
                        List.of(ChatMessage.user("How much is the fish, and who pays for it in the end?")),
                        SamplingParameters.builder().maxTokens(10).build()));

        assertThat(quote.promptExact()).isFalse();
        assertThat(quote.promptTokens().least()).isLessThan(quote.promptTokens().most());
        assertThat(quote.cost().minimum()).isLessThan(quote.cost().expected());
        assertThat(quote.toString()).contains("(estimated)");
    }

    @Test
    void a_long_prompt_is_quoted_at_its_own_price() {
        Quote quote = Quoter.builder(PRICE, COUNTER)
                .build()
                .quote(ids(1_001, SamplingParameters.builder().maxTokens(0)));

        assertThat(quote.cost().maximum()).isEqualByComparingTo("0.007006");
        assertThat(quote.cost().minimum()).isEqualByComparingTo("0.007006");
    }

    @Test
    void a_prompt_on_both_sides_of_a_price_step_is_bounded_by_the_dearer_and_the_cheaper() {
        Quote quote = Quote.of(PRICE, new CountRange(900, 950, 1_100), false, CountRange.exactly(0), Optional.empty());

        assertThat(quote.cost().minimum()).isEqualByComparingTo("0.0037");
        assertThat(quote.cost().maximum()).isEqualByComparingTo("0.0076");
    }

    @Test
    void what_nothing_bounds_and_what_does_not_fit_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quoter.builder(PRICE, COUNTER).build().quote(ids(10, SamplingParameters.builder())))
                .withMessageContaining("set max_tokens");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quoter.builder(PRICE, COUNTER)
                        .contextTokens(100)
                        .build()
                        .quote(ids(101, SamplingParameters.builder().maxTokens(1))))
                .withMessageContaining("shorten it");
    }

    private static CompletionRequest ids(int count, SamplingParameters.Builder parameters) {
        return CompletionRequest.of("m", Prompt.tokens(new int[count]), parameters.build());
    }
}
