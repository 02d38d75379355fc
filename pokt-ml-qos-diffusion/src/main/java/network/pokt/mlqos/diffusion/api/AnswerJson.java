package network.pokt.mlqos.diffusion.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import network.pokt.mlqos.inference.Decoded;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.HttpStatus;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RetryAfter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON of a node's answer: bounded, and every way in which it can be unusable told apart. */
final class AnswerJson {

    /** The most pictures that anybody can ask for, with a grid of them. */
    private static final int MAX_IMAGES = 64;

    private static final int MAX_TEXT = 64 << 20;

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxStringLength(MAX_TEXT)
                            .maxNumberLength(64)
                            .maxTokenCount(100_000)
                            .build())
                    .build())
            .build();

    /** An answer that cannot be used. */
    static final class Unusable extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final FaultCause cause;

        Unusable(FaultCause cause, String detail) {
            super(detail, null, false, false);
            this.cause = cause;
        }
    }

    /** Reads an answer with {@code reader}, which throws {@link Unusable} where it is not what the interface promises. */
    Decoded<ImageAnswer> read(RelayResponse response, Function<JsonNode, ImageAnswer> reader) {
        try {
            Optional<FaultCause> refused = HttpStatus.fault(response);
            if (refused.isPresent()) {
                throw new Unusable(refused.get(), "The node answered with status " + response.status() + ".");
            }
            if (response.body().isEmpty()) {
                throw new Unusable(FaultCause.EMPTY, "The answer has no body.");
            }
            JsonNode root = parse(response.body().toByteArray());
            if (!root.isObject()) {
                throw new Unusable(FaultCause.SCHEMA, "The answer is no JSON object.");
            }
            if (root.hasNonNull("error")) {
                throw new Unusable(FaultCause.ERROR_IN_OK, "The answer holds an error instead of pictures.");
            }
            ImageAnswer answer = reader.apply(root);
            if (answer.images().isEmpty()) {
                throw new Unusable(FaultCause.EMPTY, "The answer has no picture.");
            }
            return new Decoded.Ok<>(answer);
        } catch (Unusable e) {
            RelayFailure failure = RelayFailure.of(e.cause, String.valueOf(e.getMessage()), response.timing())
                    .withStatus(response.status());
            return new Decoded.Fault<>(
                    RetryAfter.of(response).map(failure::withRetryAfter).orElse(failure));
        }
    }

    /** Reads a document within a text of the answer. */
    JsonNode parse(byte[] document) {
        try {
            return mapper.readTree(document);
        } catch (StreamConstraintsException e) {
            throw new Unusable(FaultCause.OVERSIZED, "The answer exceeds a limit on nesting, texts or numbers.");
        } catch (UnexpectedEndOfInputException e) {
            throw new Unusable(FaultCause.TRUNCATED, "The answer's JSON ends early.");
        } catch (JacksonException e) {
            throw new Unusable(FaultCause.MALFORMED, "The answer is no JSON.");
        }
    }

    static List<JsonNode> array(JsonNode object, String field) {
        JsonNode array = object.get(field);
        if (array == null || !array.isArray()) {
            throw new Unusable(FaultCause.SCHEMA, "The field '" + field + "' must be an array.");
        }
        if (array.size() > MAX_IMAGES) {
            throw new Unusable(
                    FaultCause.OVERSIZED, "The field '" + field + "' has more than " + MAX_IMAGES + " elements.");
        }
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }

    static String text(@Nullable JsonNode value, String field) {
        if (value == null || !value.isString()) {
            throw new Unusable(FaultCause.SCHEMA, "The field '" + field + "' must be a string.");
        }
        return value.asString();
    }

    static OptionalLong whole(@Nullable JsonNode value) {
        return value != null && value.isIntegralNumber() && value.canConvertToLong()
                ? OptionalLong.of(value.asLong())
                : OptionalLong.empty();
    }
}
