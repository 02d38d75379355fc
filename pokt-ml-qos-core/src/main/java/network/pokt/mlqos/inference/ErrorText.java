package network.pokt.mlqos.inference;

import java.nio.ByteBuffer;
import java.util.regex.Pattern;
import network.pokt.mlqos.transport.FaultCause;

/**
 * Finds what a node says about an error, in the shapes that servers use, and makes it fit for a log.
 *
 * <p>The shapes: {@code {"error": {"message": ...}}} (OpenAI), {@code {"error": "..."}} (TGI, Ollama),
 * {@code {"object": "error", "message": ...}} (older vLLM) and {@code {"detail": "..."}} (FastAPI).
 */
final class ErrorText {

    /** Enough for what is wrong; longer texts tend to repeat the request. */
    private static final int MAX_LENGTH = 200;

    /** How much of a message is searched for what to leave out. */
    private static final int MAX_LOOK = 16 * MAX_LENGTH;

    /** A page of error text is read, not a book. */
    private static final int MAX_BODY = 1 << 16;

    /** From here on Pydantic, which validates the requests of most Python servers, repeats the input: that is, the prompt. */
    private static final Pattern REPEATED_INPUT = Pattern.compile("(?s)(['\"]input['\"]\\s*:|input_value=).*");

    /** Everything that is no letter, mark, number, punctuation, symbol or space: controls, bidi marks, lone surrogates. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}]+");

    private ErrorText() {}

    /** Returns the message in the body of an answer with an error status, or an empty text if there is none to be read. */
    static String ofBody(JsonSource json, ByteBuffer body) {
        if (body.remaining() > MAX_BODY) {
            return "";
        }
        try {
            return json.read(body, ErrorText::read);
        } catch (BadAnswer e) {
            // The status has already told what is wrong; a proxy's page says no more.
            return "";
        }
    }

    /** Reads the error value at the cursor: a string, an object with a message, or anything else without words. */
    static String read(JsonCursor cursor) {
        if (cursor.isString()) {
            return printable(cursor.string("error"));
        }
        String message = "";
        if (cursor.isObject()) {
            String name;
            while ((name = cursor.nextField()) != null) {
                boolean telling = switch (name) {
                    case "error", "message", "detail" -> cursor.isString() || cursor.isObject();
                    default -> false;
                };
                String words = telling ? read(cursor) : "";
                if (!telling) {
                    cursor.skip();
                }
                message = message.isEmpty() ? words : message;
            }
        } else {
            cursor.skip();
        }
        return message;
    }

    /** Ends the reading if there is an error at the cursor; null, which many servers send for none, is passed over. */
    static void refuse(JsonCursor cursor) {
        if (!cursor.isNull()) {
            throw new BadAnswer(
                    FaultCause.ERROR_IN_OK, sentence("The answer holds an error instead of content", read(cursor)));
        }
    }

    /** Returns {@code what} with the node's own words behind it, if it said any. */
    static String sentence(String what, String words) {
        return words.isEmpty() ? what + "." : what + ": " + words;
    }

    /** Returns {@code text} as one line of printable characters, at most 200, without a repeated request. */
    static String printable(String text) {
        String beginning = text.substring(0, Math.min(text.length(), MAX_LOOK));
        String line = UNPRINTABLE
                .matcher(REPEATED_INPUT.matcher(beginning).replaceFirst("..."))
                .replaceAll(" ")
                .strip();
        return line.codePointCount(0, line.length()) <= MAX_LENGTH
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MAX_LENGTH));
    }
}
