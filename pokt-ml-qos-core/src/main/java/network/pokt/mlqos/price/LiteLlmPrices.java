package network.pokt.mlqos.price;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads LiteLLM's {@code model_prices_and_context_window.json}: an object of models, each with prices in dollars. */
final class LiteLlmPrices {

    private static final String CURRENCY = "USD";

    /** The example that begins the original list: it documents the fields and prices nothing. */
    private static final String EXAMPLE = "sample_spec";

    private static final Pattern SIZE = Pattern.compile("(?:^|/)(\\d{1,5})-x-(\\d{1,5})/");
    private static final Pattern STEPS = Pattern.compile("(?:^|/)(\\d{1,6})-steps/");
    private static final Pattern VARIANT = Pattern.compile("\\d{1,5}-x-\\d{1,5}/(?:[^/]+-steps/)?(.+)");
    private static final Pattern THRESHOLD = Pattern.compile("(?:in|out)put_cost_per_token_above_(\\d{1,6})k_tokens");

    /** No price per token or image has more digits: what has would only make arithmetic slow. */
    private static final int MAX_SCALE = 40;

    /** Ten thousand dollars per token or image is no price. */
    private static final BigDecimal HIGHEST = new BigDecimal("10000");

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    Map<String, ModelPrice> read(byte[] json) {
        JsonNode root;
        try {
            root = mapper.readTree(json);
        } catch (JacksonException e) {
            throw new PriceListException("The price list is not JSON, give a list in LiteLLM's format.", e);
        }
        if (!root.isObject()) {
            throw new PriceListException("The price list is not an object of models, give a list in LiteLLM's format.");
        }
        Map<String, JsonNode> entries = new LinkedHashMap<>();
        Map<String, List<ImagePrice>> variants = new LinkedHashMap<>();
        root.properties().forEach(model -> {
            if (!model.getKey().equals(EXAMPLE) && model.getValue().isObject()) {
                entries.put(model.getKey(), model.getValue());
                variant(model.getKey(), model.getValue(), variants);
            }
        });
        Map<String, ModelPrice> prices = new LinkedHashMap<>();
        variants.forEach((model, images) -> {
            ModelPrice.Builder price = ModelPrice.builder(Rate.free(CURRENCY));
            images.forEach(price::image);
            prices.put(model, price.build());
        });
        entries.forEach((model, entry) -> price(model, entry, variants.getOrDefault(model, List.of()))
                .ifPresent(price -> prices.put(model, price)));
        return prices;
    }

    /** A model whose images cost by size has an entry per size, and under its own name all of them. */
    private static void variant(String model, JsonNode entry, Map<String, List<ImagePrice>> variants) {
        Matcher name = VARIANT.matcher(model);
        if (name.matches()) {
            image(model, entry)
                    .ifPresent(image -> variants.computeIfAbsent(name.group(1), base -> new ArrayList<>())
                            .add(image));
        }
    }

    private static Optional<ModelPrice> price(String model, JsonNode entry, List<ImagePrice> variants) {
        Rate rate = new Rate(
                CURRENCY,
                amount(model, entry, "input_cost_per_request").orElse(BigDecimal.ZERO),
                perMillion(model, entry, "input_cost_per_token").orElse(BigDecimal.ZERO),
                perMillion(model, entry, "output_cost_per_token").orElse(BigDecimal.ZERO));
        ModelPrice.Builder price = ModelPrice.builder(rate);
        thresholds(entry)
                .forEach(thousands -> price.above(
                        thousands * 1000,
                        new Rate(
                                CURRENCY,
                                rate.perRelay(),
                                perMillion(model, entry, "input_cost_per_token_above_" + thousands + "k_tokens")
                                        .orElse(rate.perMillionPromptTokens()),
                                perMillion(model, entry, "output_cost_per_token_above_" + thousands + "k_tokens")
                                        .orElse(rate.perMillionCompletionTokens()))));
        variants.forEach(price::image);
        Optional<ImagePrice> image = image(model, entry);
        image.ifPresent(price::image);
        limit(entry, "max_input_tokens").ifPresent(price::maxPromptTokens);
        limit(entry, "max_output_tokens").ifPresent(price::maxCompletionTokens);
        boolean priced = image.isPresent()
                || !variants.isEmpty()
                || entry.has("input_cost_per_token")
                || entry.has("output_cost_per_token")
                || entry.has("input_cost_per_request");
        return priced ? Optional.of(price.build()) : Optional.empty();
    }

    private static Set<Long> thresholds(JsonNode entry) {
        Set<Long> thousands = new TreeSet<>();
        for (String field : entry.propertyNames()) {
            Matcher threshold = THRESHOLD.matcher(field);
            if (threshold.matches()) {
                thousands.add(Long.valueOf(threshold.group(1)));
            }
        }
        return thousands;
    }

    private static Optional<ImagePrice> image(String model, JsonNode entry) {
        Matcher size = SIZE.matcher(model);
        Matcher steps = STEPS.matcher(model);
        long pixels = size.find() ? Long.parseLong(size.group(1)) * Long.parseLong(size.group(2)) : ImagePrice.ANY_SIZE;
        int most = steps.find() ? Integer.parseInt(steps.group(1)) : ImagePrice.ANY_STEPS;
        Optional<BigDecimal> perImage = amount(model, entry, "output_cost_per_image");
        if (perImage.isEmpty() && pixels != ImagePrice.ANY_SIZE) {
            perImage = amount(model, entry, "output_cost_per_pixel")
                    .filter(perPixel -> perPixel.signum() > 0)
                    .or(() -> amount(model, entry, "input_cost_per_pixel"))
                    .map(perPixel -> perPixel.multiply(BigDecimal.valueOf(pixels)));
        }
        return perImage.map(amount -> new ImagePrice(pixels, most, amount));
    }

    private static Optional<BigDecimal> perMillion(String model, JsonNode entry, String field) {
        return amount(model, entry, field).map(perToken -> perToken.movePointRight(6));
    }

    private static Optional<BigDecimal> amount(String model, JsonNode entry, String field) {
        JsonNode value = entry.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (value.isNumber()) {
            BigDecimal amount = value.decimalValue();
            if (amount.signum() == 0) {
                return Optional.of(BigDecimal.ZERO);
            }
            if (amount.signum() >= 0 && amount.scale() <= MAX_SCALE && amount.compareTo(HIGHEST) < 0) {
                return Optional.of(amount);
            }
        }
        throw new PriceListException("The price list gives the model '" + model + "' a " + field + " of " + shown(value)
                + ", which is no price: correct or remove it.");
    }

    private static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }

    /** The list has its limits as numbers, and here and there as text; what is no number is no limit. */
    private static OptionalLong limit(JsonNode entry, String field) {
        JsonNode value = entry.path(field);
        return value.canConvertToLong() && value.longValue() > 0
                ? OptionalLong.of(value.longValue())
                : OptionalLong.empty();
    }
}
