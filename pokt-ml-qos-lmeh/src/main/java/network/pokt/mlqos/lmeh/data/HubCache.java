package network.pokt.mlqos.lmeh.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The folder that downloads are kept in. Names from elsewhere never leave it, whatever they contain. */
final class HubCache {

    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";

    private final Path folder;

    HubCache(Path folder) {
        this.folder = folder;
    }

    /** Returns the place below the folder with a level for each name. */
    Path place(String... names) {
        Path place = folder;
        for (String name : names) {
            place = place.resolve(safe(name));
        }
        return place;
    }

    /** Returns a name with all but letters, digits, {@code -}, {@code _} and inner dots as {@code %} and two digits. */
    private static String safe(String name) {
        StringBuilder safe = new StringBuilder();
        for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (each & 0xff);
            boolean plain = PLAIN.indexOf(character) >= 0 && !(character == '.' && safe.isEmpty());
            safe.append(plain ? String.valueOf(character) : String.format("%%%02X", (int) character));
        }
        return safe.toString();
    }

    /** Writes a file whole or not at all. */
    static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path part = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(part, text);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
