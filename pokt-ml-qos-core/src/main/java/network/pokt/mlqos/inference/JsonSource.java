package network.pokt.mlqos.inference;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import network.pokt.mlqos.transport.FaultCause;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Opens JSON documents of a node: strict UTF-8, bounded, and every way in which it can be no JSON told apart.
 *
 * <p>Not thread-safe; one per answer, so that the events of a stream share its buffer.
 */
final class JsonSource {

    /** What a value may begin with when it is cut: the literals of JSON, and those of Python's encoder beyond it. */
    private static final List<String> LITERALS = List.of("true", "false", "null", "NaN", "Infinity", "-Infinity");

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final JsonFactory factory;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private CharBuffer text = CharBuffer.allocate(0);

    JsonSource(JsonFactory factory) {
        this.factory = factory;
    }

    /**
     * Returns a factory for such documents.
     *
     * <p>Names are neither canonicalised nor interned: the keys of {@code top_logprobs} are arbitrary token texts, with which
     * every node would fill a symbol table that all answers share. NaN and Infinity are let through here so that they can be
     * told from other text that is no JSON.
     */
    static JsonFactory factory(CodecLimits limits) {
        return JsonFactory.builder()
                .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
                .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                .enable(StreamReadFeature.USE_FAST_BIG_NUMBER_PARSER)
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.nestingDepth())
                        .maxStringLength(limits.stringLength())
                        .maxNameLength(limits.stringLength())
                        .maxNumberLength(limits.numberLength())
                        .build())
                .build();
    }

    /**
     * Reads one document.
     *
     * @param reader finds the cursor on the first token and leaves it on the last
     * @throws BadAnswer if it is no single JSON document, or not one that {@code reader} wants
     */
    <T> T read(ByteBuffer utf8, Function<JsonCursor, T> reader) {
        boolean cutCharacter = decode(utf8);
        char[] chars = text.array();
        int start = text.hasRemaining() && text.get(0) == BYTE_ORDER_MARK ? 1 : 0;
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), chars, start, text.limit() - start)) {
            JsonCursor cursor = new JsonCursor(parser);
            T read = readDocument(cursor, reader, start);
            if (cutCharacter || hasMore(cursor)) {
                throw new BadAnswer(FaultCause.MALFORMED, "The answer goes on after its JSON.");
            }
            return read;
        }
    }

    private <T> T readDocument(JsonCursor cursor, Function<JsonCursor, T> reader, int start) {
        try {
            if (!cursor.start()) {
                throw new BadAnswer(FaultCause.EMPTY, "The answer is blank.");
            }
            return reader.apply(cursor);
        } catch (StreamConstraintsException e) {
            throw new BadAnswer(
                    FaultCause.OVERSIZED, "The answer exceeds a limit on nesting or on the length of a value.");
        } catch (InputCoercionException e) {
            throw BadAnswer.schema("The answer holds a number that is out of range.");
        } catch (UnexpectedEndOfInputException e) {
            throw new BadAnswer(FaultCause.TRUNCATED, "The answer's JSON ends early.");
        } catch (JacksonException e) {
            throw mayGoOn(e, start)
                    ? new BadAnswer(FaultCause.TRUNCATED, "The answer's JSON ends early.")
                    : new BadAnswer(FaultCause.MALFORMED, "The answer is no JSON.");
        }
    }

    private static boolean hasMore(JsonCursor cursor) {
        try {
            return !cursor.isAlone();
        } catch (JacksonException e) {
            return true;
        }
    }

    /**
     * Returns whether what the parser stumbled over is the beginning of something and the last of the text: it reports a cut
     * literal, a cut fraction and a comma at the end as errors in their own right.
     */
    private boolean mayGoOn(JacksonException e, int start) {
        TokenStreamLocation location = e.getLocation();
        if (location == null || location.getCharOffset() < 0) {
            return false;
        }
        int at = (int) Math.min(start + location.getCharOffset(), text.limit());
        String rest = text.subSequence(at, text.limit()).toString();
        return rest.isBlank() || rest.equals(".") || LITERALS.stream().anyMatch(literal -> literal.startsWith(rest));
    }

    /** Fills {@link #text} and returns whether the bytes end within a character. */
    private boolean decode(ByteBuffer utf8) {
        if (text.capacity() < utf8.remaining()) {
            text = CharBuffer.allocate(Math.max(utf8.remaining(), 2 * text.capacity()));
        }
        text.clear();
        decoder.reset();
        // A character takes at least as many bytes as chars, so the buffer cannot overflow.
        if (decoder.decode(utf8, text, false).isError()) {
            throw new BadAnswer(FaultCause.MALFORMED, "The answer is no UTF-8.");
        }
        text.flip();
        return utf8.hasRemaining();
    }
}
