package network.pokt.mlqos.price;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import network.pokt.mlqos.inference.CompletionRequest;
import network.pokt.mlqos.inference.InferenceRequest;
import network.pokt.mlqos.inference.Prompt;
import network.pokt.mlqos.token.TokenCount;
import network.pokt.mlqos.token.TokenCounter;
import org.jspecify.annotations.Nullable;

/**
 * Prices calls to one service before they are sent. Immutable and thread-safe.
 *
 * <p>Tokens in are counted, or estimated where the counter has no tokenizer; then the range is the estimate's band, which
 * holds for 19 of 20 texts. Tokens out are bounded by the request's {@code max_tokens}, by the service's own limit and by what
 * the prompt leaves of the context, whichever is least, once per choice.
 *
 * <pre>{@code
 * Quoter quoter = Quoter.builder(prices.model("gpt-4o-mini").orElseThrow(), TokenCounter.estimating()).build();
 * Quote quote = quoter.quote(request);
 * quote.cost().maximum();
 * }</pre>
 */
public final class Quoter {

    /** The mean answer in Microsoft's trace of conversations of November 2023 (AzureLLMInferenceTrace_conv): 211.1 tokens. */
    private static final long USUAL_ANSWER = 211;

    private final ModelPrice price;
    private final TokenCounter counter;
    private final @Nullable ComputeUnits computeUnits;
    private final @Nullable Long contextTokens;
    private final long usualAnswer;

    private Quoter(Builder builder) {
        this.price = builder.price;
        this.counter = builder.counter;
        this.computeUnits = builder.computeUnits;
        this.contextTokens = builder.contextTokens;
        this.usualAnswer = builder.usualAnswer;
    }

    /** Begins a quoter for a service with this price, which counts prompts with this counter. */
    public static Builder builder(ModelPrice price, TokenCounter counter) {
        return new Builder(price, counter);
    }

    /**
     * Returns what a call will cost.
     *
     * @throws IllegalArgumentException if nothing bounds the answer, or the prompt alone is more than the service takes
     */
    public Quote quote(InferenceRequest request) {
        TokenCount prompt = counter.countPrompt(request);
        price.maxPromptTokens().ifPresent(limit -> requireFits(request, prompt, limit, "of a prompt"));
        if (contextTokens != null) {
            requireFits(request, prompt, contextTokens, "of the context");
        }
        CountRange answer = answer(request, prompt.low());
        return Quote.of(
                price,
                new CountRange(prompt.low(), prompt.tokens(), prompt.high() + unseen(request)),
                prompt.isExact(),
                answer.times(generated(request)),
                Optional.ofNullable(computeUnits));
    }

    private static void requireFits(InferenceRequest request, TokenCount prompt, long limit, String what) {
        if (prompt.low() > limit) {
            throw new IllegalArgumentException("The prompt for " + request.model() + " has at least " + prompt.low()
                    + " tokens and the limit " + what + " is " + limit + ", shorten it.");
        }
    }

    /** A plain text may get a token in front that begins a sequence; ids are taken as they are, and a template renders its own. */
    private static long unseen(InferenceRequest request) {
        return request instanceof CompletionRequest completion && completion.prompt() instanceof Prompt.Text ? 1 : 0;
    }

    /** One answer: it may end at once, and goes on for as long as nothing stops it. */
    private CountRange answer(InferenceRequest request, long promptTokens) {
        long most = Long.MAX_VALUE;
        OptionalLong asked = asked(request);
        if (asked.isPresent()) {
            most = asked.getAsLong();
        }
        if (price.maxCompletionTokens().isPresent()) {
            most = Math.min(most, price.maxCompletionTokens().getAsLong());
        }
        if (contextTokens != null) {
            most = Math.min(most, contextTokens - promptTokens);
        }
        if (most == Long.MAX_VALUE) {
            throw new IllegalArgumentException("Nothing bounds the answer of " + request.model()
                    + ", set max_tokens in the request or the context of the service.");
        }
        long least = Math.min(whole(request.parameters().extra(), "min_tokens").orElse(0), most);
        return new CountRange(least, Math.max(least, Math.min(usualAnswer, most)), most);
    }

    /** Returns the most tokens that all answers to a request may have together, if it says so. */
    static OptionalLong mostGenerated(InferenceRequest request) {
        OptionalLong asked = asked(request);
        return asked.isPresent()
                ? OptionalLong.of(Math.multiplyExact(asked.getAsLong(), generated(request)))
                : OptionalLong.empty();
    }

    /** Chat servers take max_completion_tokens where they once took max_tokens. */
    private static OptionalLong asked(InferenceRequest request) {
        return request.parameters().maxTokens().isPresent()
                ? OptionalLong.of(request.parameters().maxTokens().getAsInt())
                : whole(request.parameters().extra(), "max_completion_tokens");
    }

    /** How many answers are written, shown or not. */
    private static long generated(InferenceRequest request) {
        Map<String, Object> extra = request.parameters().extra();
        return Math.max(
                1, Math.max(whole(extra, "n").orElse(1), whole(extra, "best_of").orElse(1)));
    }

    private static OptionalLong whole(Map<String, Object> extra, String name) {
        return extra.get(name) instanceof Number number && number.longValue() >= 0
                ? OptionalLong.of(number.longValue())
                : OptionalLong.empty();
    }

    /** Collects what a quote depends on. Not thread-safe. */
    public static final class Builder {

        private final ModelPrice price;
        private final TokenCounter counter;
        private @Nullable ComputeUnits computeUnits;
        private @Nullable Long contextTokens;
        private long usualAnswer = USUAL_ANSWER;

        private Builder(ModelPrice price, TokenCounter counter) {
            this.price = price;
            this.counter = counter;
        }

        /** Sets what the service declares, so that quotes tell compute units too. */
        public Builder computeUnits(ComputeUnits units) {
            this.computeUnits = units;
            return this;
        }

        /** Sets how many tokens prompt and answer may have together. */
        public Builder contextTokens(long tokens) {
            this.contextTokens = positive("context", tokens);
            return this;
        }

        /** Sets how many tokens an answer has on average where nothing cuts it short; 211 by default, as in a public trace. */
        public Builder usualAnswer(long tokens) {
            this.usualAnswer = positive("usual answer", tokens);
            return this;
        }

        public Quoter build() {
            return new Quoter(this);
        }

        private static long positive(String what, long tokens) {
            if (tokens < 1) {
                throw new IllegalArgumentException("The " + what + " must have at least 1 token, got " + tokens + ".");
            }
            return tokens;
        }
    }
}
