package network.pokt.mlqos.lmeh.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads files of one JSON object per line. */
final class JsonLines {

    private JsonLines() {}

    /** Reads a file; blank lines do not count, neither as documents nor for the hash. */
    static Documents read(Path file) {
        ObjectReader objects = JsonMapper.shared()
                .readerFor(new TypeReference<LinkedHashMap<String, @Nullable Object>>() {})
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        MessageDigest hash = sha256();
        List<Doc> docs = new ArrayList<>();
        String name = file.toString();
        int number = 0;
        try (BufferedReader lines = open(file)) {
            String line = lines.readLine();
            while (line != null) {
                number++;
                if (!line.isBlank()) {
                    hash.update(line.getBytes(StandardCharsets.UTF_8));
                    hash.update((byte) '\n');
                    docs.add(Doc.of(objects.readValue(line), name, number));
                }
                line = lines.readLine();
            }
        } catch (JacksonException e) {
            throw new DatasetException(
                    "In " + file + " line " + number + " is no JSON object (" + e.getOriginalMessage()
                            + "); correct or remove the line.",
                    e);
        } catch (CharacterCodingException e) {
            throw new DatasetException("After line " + number + " " + file + " is not UTF-8; save it as UTF-8.", e);
        } catch (IOException e) {
            throw new DatasetException("The file " + file + " cannot be read (" + e + "); check that it is whole.", e);
        }
        if (docs.isEmpty()) {
            throw new DatasetException("There is no document in " + file + "; a task needs at least one.");
        }
        return new Documents(docs, HexFormat.of().formatHex(hash.digest()));
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        try {
            InputStream bytes = file.toString().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
            // A reader from a charset would replace what is wrong and let a task go on with damaged texts.
            return new BufferedReader(new InputStreamReader(
                    bytes,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)));
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
