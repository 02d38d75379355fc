package network.pokt.mlqos.lmeh.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;

/** Reads a text file in UTF-8, compressed if its name ends in {@code .gz}, and hashes it on the way. */
final class TextFile {

    private static final int BUFFER = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private TextFile() {}

    /** Does something with the text of a file. */
    @FunctionalInterface
    interface Use<T> {

        T read(Reader text) throws IOException;
    }

    /** The result of reading a file, and the hash of all that is in it, uncompressed. */
    record Hashed<T>(T result, String sha256) {}

    /**
     * Opens a file, reads it, if need be to the end for the hash, and closes it.
     *
     * @throws DatasetException if it is missing, cut, or not UTF-8
     */
    static <T> Hashed<T> readHashed(Path file, Use<T> use) {
        MessageDigest hash = sha256();
        Use<T> toTheEnd = text -> {
            T value = use.read(text);
            text.transferTo(Writer.nullWriter());
            return value;
        };
        T result = read(file, bytes -> new DigestInputStream(bytes, hash), toTheEnd);
        return new Hashed<>(result, HexFormat.of().formatHex(hash.digest()));
    }

    /** Opens a file, reads as much of it as is wanted, and closes it. */
    static <T> T readBeginning(Path file, Use<T> use) {
        return read(file, bytes -> bytes, use);
    }

    private static <T> T read(Path file, UnaryOperator<InputStream> through, Use<T> use) {
        try (InputStream raw = Files.newInputStream(file);
                InputStream bytes = isCompressed(file) ? new GZIPInputStream(raw, BUFFER) : raw;
                Reader text = withoutMark(through.apply(bytes))) {
            return use.read(text);
        } catch (CharacterCodingException e) {
            throw new DatasetException("The file " + file + " is not UTF-8; save it as UTF-8.", e);
        } catch (NoSuchFileException e) {
            throw new DatasetException("There is no file " + file + "; put it there or name another.", e);
        } catch (IOException e) {
            throw new DatasetException("The file " + file + " cannot be read (" + e + "); check that it is whole.", e);
        }
    }

    static boolean isCompressed(Path file) {
        return file.toString().endsWith(".gz");
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    private static Reader withoutMark(InputStream bytes) throws IOException {
        // A reader from a charset would replace what is wrong and let a task go on with damaged texts.
        Reader strict = new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        BufferedReader text = new BufferedReader(strict, BUFFER);
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }
}
