package network.pokt.mlqos.token;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the spelling of byte-level tokens, one visible character for each byte. Immutable and thread-safe. */
final class BytesOfTokens {

    private static final int BYTES = 256;

    /** The last character that stands for a byte is U+0143. */
    private static final int SPELLINGS = 0x144;

    private final short[] bytes = new short[SPELLINGS];

    BytesOfTokens() {
        java.util.Arrays.fill(bytes, (short) -1);
        for (int b = 0; b < BYTES; b++) {
            bytes[ByteSymbols.spelling(b)] = (short) b;
        }
    }

    /** Returns the text of a token; nothing if its spelling is not of this kind or its bytes are no UTF-8. */
    Optional<String> text(String token) {
        byte[] result = new byte[token.length()];
        for (int i = 0; i < result.length; i++) {
            char c = token.charAt(i);
            if (c >= SPELLINGS || bytes[c] < 0) {
                return Optional.empty();
            }
            result[i] = (byte) bytes[c];
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(result))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
