package network.pokt.mlqos.transport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;

/** HTTP/1.1 answers as bytes, whole or in parts, for scripts of a {@link ScriptedServer}. */
public final class HttpMessages {

    private static final int FLOOD_PIECE = 8 * 1024;

    private HttpMessages() {}

    /** Returns a whole answer with its length. */
    public static byte[] answer(int status, String contentType, byte[] body) {
        byte[] head = head(status, contentType, body.length).getBytes(StandardCharsets.US_ASCII);
        byte[] message = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, message, head.length, body.length);
        return message;
    }

    /** Returns the head of an answer that announces {@code length} bytes. */
    public static String head(int status, String contentType, long length) {
        return "HTTP/1.1 " + status + " As Scripted\r\nContent-Type: " + contentType + "\r\nContent-Length: " + length
                + "\r\n\r\n";
    }

    /** Returns the head of an answer in chunks. */
    public static String chunkedHead(int status, String contentType) {
        return "HTTP/1.1 " + status + " As Scripted\r\nContent-Type: " + contentType
                + "\r\nTransfer-Encoding: chunked\r\n\r\n";
    }

    /** Returns one chunk of ASCII text; the empty text ends the body. */
    public static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    /** Returns {@code message} with one more header field after its status line. */
    public static byte[] withHeader(byte[] message, String name, String value) {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        return text.replaceFirst("\r\n", Matcher.quoteReplacement("\r\n" + name + ": " + value + "\r\n"))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Sends until the client hangs up, and then throws. */
    public static void flood(ScriptedConnection connection) throws IOException {
        byte[] piece = "flood ".repeat(FLOOD_PIECE / 6).getBytes(StandardCharsets.US_ASCII);
        while (true) {
            connection.send(piece);
        }
    }
}
