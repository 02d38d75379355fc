package network.pokt.mlqos.price;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a service charges, and the limits that bound what a call can come to. Immutable.
 *
 * <p>A price of long prompts replaces the usual one for the whole call as soon as the prompt is longer than its threshold, as
 * providers bill it. Discounts that depend on the provider's state (cached prompts, batches) are left out: they are not known
 * before the call and only make it cheaper.
 */
public final class ModelPrice {

    private final Rate rate;
    private final NavigableMap<Long, Rate> longPrompts;
    private final List<ImagePrice> images;
    private final @Nullable Long maxPromptTokens;
    private final @Nullable Long maxCompletionTokens;

    private ModelPrice(Builder builder) {
        this.rate = builder.rate;
        this.longPrompts = new TreeMap<>(builder.longPrompts);
        this.images = builder.images.stream()
                .sorted(Comparator.comparing(ImagePrice::amount))
                .toList();
        this.maxPromptTokens = builder.maxPromptTokens;
        this.maxCompletionTokens = builder.maxCompletionTokens;
    }

    /** Returns a price without images and limits. */
    public static ModelPrice of(Rate rate) {
        return builder(rate).build();
    }

    public static Builder builder(Rate rate) {
        return new Builder(rate);
    }

    /** Returns the usual rate. */
    public Rate rate() {
        return rate;
    }

    /** Returns the rate of a call with a prompt of so many tokens. */
    public Rate rate(long promptTokens) {
        var longer = longPrompts.lowerEntry(promptTokens);
        return longer == null ? rate : longer.getValue();
    }

    /** Returns the rates of all prompts from {@code least} to {@code most} tokens. */
    List<Rate> rates(long least, long most) {
        List<Rate> rates =
                new ArrayList<>(longPrompts.subMap(least, true, most, false).values());
        rates.add(rate(least));
        return rates;
    }

    /** Returns the price of one image, the lowest that covers it; empty if none does. */
    public Optional<BigDecimal> image(int width, int height, int steps) {
        return images.stream()
                .filter(price -> price.covers(width, height, steps))
                .map(ImagePrice::amount)
                .findFirst();
    }

    /** Returns the prices of images, lowest first. */
    public List<ImagePrice> images() {
        return images;
    }

    /** Returns the most tokens that a prompt can have, if known. */
    public OptionalLong maxPromptTokens() {
        return maxPromptTokens == null ? OptionalLong.empty() : OptionalLong.of(maxPromptTokens);
    }

    /** Returns the most tokens that an answer can have, if known. */
    public OptionalLong maxCompletionTokens() {
        return maxCompletionTokens == null ? OptionalLong.empty() : OptionalLong.of(maxCompletionTokens);
    }

    @Override
    public String toString() {
        return rate + (images.isEmpty() ? "" : ", " + images.size() + " image prices");
    }

    /** Collects prices and limits. Not thread-safe. */
    public static final class Builder {

        private final Rate rate;
        private final NavigableMap<Long, Rate> longPrompts = new TreeMap<>();
        private final List<ImagePrice> images = new ArrayList<>();
        private @Nullable Long maxPromptTokens;
        private @Nullable Long maxCompletionTokens;

        private Builder(Rate rate) {
            this.rate = rate;
        }

        /** Sets the rate of calls whose prompt has more than {@code promptTokens}. */
        public Builder above(long promptTokens, Rate longer) {
            if (!longer.currency().equals(rate.currency())) {
                throw new IllegalArgumentException(
                        "A price above " + promptTokens + " tokens is in " + longer.currency()
                                + " and the usual one in " + rate.currency() + ", give both in one currency.");
            }
            longPrompts.put(limit("tokens of a long prompt", promptTokens), longer);
            return this;
        }

        public Builder image(ImagePrice price) {
            images.add(price);
            return this;
        }

        public Builder maxPromptTokens(long tokens) {
            this.maxPromptTokens = limit("prompt tokens", tokens);
            return this;
        }

        public Builder maxCompletionTokens(long tokens) {
            this.maxCompletionTokens = limit("completion tokens", tokens);
            return this;
        }

        public ModelPrice build() {
            return new ModelPrice(this);
        }

        private static long limit(String what, long tokens) {
            if (tokens < 1) {
                throw new IllegalArgumentException("The limit of " + what + " must be at least 1, got " + tokens + ".");
            }
            return tokens;
        }
    }
}
