package network.pokt.mlqos.relay.supplier.backend;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A stream of bare text: each piece becomes an event when its characters are whole, and the end of the body is the end. */
final class TextPieces implements StreamTranslation {

    /** More than the bytes of half a character. */
    private static final int REST = 8;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);

    private ByteBuffer halfCharacter = ByteBuffer.allocate(0);

    /** Handlers say of their pieces that they are text, or nothing at all. */
    @Override
    public boolean accepts(String contentType) {
        return contentType.isEmpty() || contentType.startsWith("text/plain");
    }

    @Override
    public List<ObjectNode> pass(ByteBuffer bytes) {
        ByteBuffer all = ByteBuffer.allocate(halfCharacter.remaining() + bytes.remaining());
        all.put(halfCharacter).put(bytes).flip();
        CharBuffer text = CharBuffer.allocate(all.remaining());
        decoder.decode(all, text, false);
        halfCharacter = ByteBuffer.allocate(REST).put(all).flip();
        text.flip();
        return text.isEmpty() ? List.of() : List.of(TextAnswers.piece(text.toString()));
    }

    @Override
    public List<ObjectNode> end() {
        if (halfCharacter.hasRemaining()) {
            throw new UnusableAnswerException("The model server's text ended within a character.");
        }
        return List.of(TextAnswers.completion("", "stop"));
    }
}
