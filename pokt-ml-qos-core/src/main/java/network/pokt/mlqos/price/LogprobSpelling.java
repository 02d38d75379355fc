package network.pokt.mlqos.price;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.pokt.mlqos.inference.TokenLogprob;

/** Whether the tokens in a list of log-probabilities, put together, are the text that they came with. */
final class LogprobSpelling {

    /** How servers name a token that is no whole text in UTF-8: OpenAI's {@code bytes:\xe2\x80}, others without the word. */
    private static final Pattern BYTES = Pattern.compile("(?:bytes:)?((?:\\\\x[0-9a-fA-F]{2})+)");

    /** What some servers write in place of such bytes: which they were is not known any more. */
    private static final char REPLACEMENT = '\ufffd';

    private LogprobSpelling() {}

    /**
     * Returns whether the tokens spell the text; true where they do not tell.
     *
     * @param stopped whether the answer ended by itself: then the last token may be the end token, which shows in no text
     * @param stops whether the request had stop strings: then the text is cut where one begins, and the tokens are not
     */
    static boolean spells(List<TokenLogprob> tokens, String text, boolean stopped, boolean stops) {
        if (text.indexOf(REPLACEMENT) >= 0
                || tokens.stream().anyMatch(t -> t.token().indexOf(REPLACEMENT) >= 0)) {
            return true;
        }
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        // A token that reads like escaped bytes may be those very characters, in a text about them.
        return spells(tokens, wanted, stopped, stops, true) || spells(tokens, wanted, stopped, stops, false);
    }

    private static boolean spells(
            List<TokenLogprob> tokens, byte[] wanted, boolean stopped, boolean stops, boolean escaped) {
        byte[] spelled = bytes(tokens, escaped);
        if (Arrays.equals(wanted, spelled) || (stopped && stops && startsWith(spelled, wanted))) {
            return true;
        }
        return stopped && Arrays.equals(wanted, bytes(tokens.subList(0, tokens.size() - 1), escaped));
    }

    private static boolean startsWith(byte[] all, byte[] start) {
        return all.length >= start.length && Arrays.equals(all, 0, start.length, start, 0, start.length);
    }

    private static byte[] bytes(List<TokenLogprob> tokens, boolean escaped) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (TokenLogprob token : tokens) {
            Matcher raw = BYTES.matcher(token.token());
            if (escaped && raw.matches()) {
                String hex = raw.group(1);
                for (int i = 2; i < hex.length(); i += 4) {
                    bytes.write(Integer.parseInt(hex.substring(i, i + 2), 16));
                }
            } else {
                bytes.writeBytes(token.token().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
