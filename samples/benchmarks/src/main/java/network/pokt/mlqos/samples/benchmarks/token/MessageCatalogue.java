package network.pokt.mlqos.samples.benchmarks.token;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The translated messages of a GNU gettext catalogue (.mo), as its manual, section "The Format of GNU MO Files", has it. */
final class MessageCatalogue {

    private static final int MAGIC = 0x950412DE;
    private static final int COUNT_AT = 8;
    private static final int TRANSLATIONS_AT = 16;
    private static final int ENTRY = 8;

    private MessageCatalogue() {}

    /** Returns the messages that are UTF-8; of plural forms the first. */
    static List<String> read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.limit() < TRANSLATIONS_AT + Integer.BYTES || bytes.getInt(0) != MAGIC) {
            return List.of();
        }
        List<String> messages = new ArrayList<>();
        // The first entry is the header.
        for (int i = 1; i < bytes.getInt(COUNT_AT); i++) {
            int entry = bytes.getInt(TRANSLATIONS_AT) + ENTRY * i;
            ByteBuffer text = bytes.slice(bytes.getInt(entry + Integer.BYTES), bytes.getInt(entry));
            try {
                CharBuffer decoded = StandardCharsets.UTF_8.newDecoder().decode(text);
                String message = decoded.toString();
                int plural = message.indexOf('\0');
                messages.add(plural < 0 ? message : message.substring(0, plural));
            } catch (CharacterCodingException e) {
                // A catalogue in another encoding has nothing for us.
                return List.of();
            }
        }
        return messages;
    }
}
