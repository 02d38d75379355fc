package network.pokt.mlqos.samples.quickstart.sim;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;
import network.pokt.mlqos.token.Tokenizer;

/**
 * A tokenizer without a vocabulary, so that a node and its client agree without sharing a file: a token is up to three
 * UTF-8 bytes of one word, and its id holds their number and the bytes themselves.
 *
 * <p>A word is a run of letters, of digits or of other characters, with the single space before it; any byte beyond
 * ASCII counts as a letter. Since white space always begins a new word, {@code encode(a + " b")} begins with
 * {@code encode(a)} whenever {@code a} ends in anything but white space: that is what log-likelihoods of continuations
 * need.
 *
 * <p>Decoding gives back the text that was encoded; an unpaired surrogate, which UTF-8 cannot express, becomes a
 * question mark.
 */
public final class SimulatedTokenizer implements Tokenizer {

    /** What decoding puts in the place of bytes that are no whole character. */
    static final String HALF_A_CHARACTER = "\uFFFD";

    private static final int MOST_BYTES = 3;
    private static final int END = 0;
    private static final byte[] END_TEXT = "<|end|>".getBytes(StandardCharsets.US_ASCII);

    /** Returns the ids of {@code text}; no special token is ever added. */
    @Override
    public int[] encode(String text, boolean addSpecialTokens) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        int[] ids = new int[utf8.length];
        int count = 0;
        int length = 0;
        int packed = 0;
        for (int i = 0; i < utf8.length; i++) {
            if (length == MOST_BYTES || (i > 0 && wordBegins(utf8[i - 1], utf8[i]))) {
                ids[count++] = length << 24 | packed;
                length = 0;
                packed = 0;
            }
            packed = packed << 8 | (utf8[i] & 0xFF);
            length++;
        }
        if (length > 0) {
            ids[count++] = length << 24 | packed;
        }
        return Arrays.copyOf(ids, count);
    }

    @Override
    public String decode(int... ids) {
        ByteBuffer utf8 = ByteBuffer.allocate(ids.length * END_TEXT.length);
        for (int id : ids) {
            utf8.put(bytes(id));
        }
        return new String(utf8.array(), 0, utf8.position(), StandardCharsets.UTF_8);
    }

    /**
     * Returns how a token is named in log-probabilities: its text, or {@code \xe2}-like bytes where it is no whole
     * text.
     */
    String name(int id) {
        byte[] bytes = bytes(id);
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!text.contains(HALF_A_CHARACTER)) {
            return text;
        }
        StringBuilder name = new StringBuilder();
        for (byte b : bytes) {
            name.append(String.format("\\x%02x", b));
        }
        return name.toString();
    }

    /** Empty: no token begins a sequence. */
    @Override
    public OptionalInt bosId() {
        return OptionalInt.empty();
    }

    /** Returns the id of {@code <|end|>}, the only token that is not made of bytes. */
    @Override
    public OptionalInt eosId() {
        return OptionalInt.of(END);
    }

    /** Returns whether {@code id} is a token at all. */
    boolean knows(int id) {
        int length = id >>> 24;
        return id == END || (length >= 1 && length <= MOST_BYTES && (id & 0xFFFFFF) >>> (8 * length) == 0);
    }

    private byte[] bytes(int id) {
        if (id == END) {
            return END_TEXT;
        }
        if (!knows(id)) {
            throw new IllegalArgumentException(
                    "The id " + id + " is no token of the simulated tokenizer, send ids that it encoded.");
        }
        byte[] bytes = new byte[id >>> 24];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (id >>> (8 * (bytes.length - 1 - i)));
        }
        return bytes;
    }

    private static boolean wordBegins(byte before, byte here) {
        return kind(here) == Kind.SPACE || (before != ' ' && kind(before) != kind(here));
    }

    private enum Kind {
        SPACE,
        LETTER,
        DIGIT,
        OTHER
    }

    private static Kind kind(byte b) {
        if (b < 0 || (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z')) {
            return Kind.LETTER;
        }
        if (b >= '0' && b <= '9') {
            return Kind.DIGIT;
        }
        return b == ' ' || (b >= '\t' && b <= '\r') ? Kind.SPACE : Kind.OTHER;
    }
}
