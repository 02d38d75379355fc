package network.pokt.mlqos.lmeh.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads one YAML document as PyYAML's safe loader does, with {@code !function} besides. Thread-safe.
 *
 * <p>Files are not trusted: size, depth and the number of values are bounded, and no tag makes an object of a class.
 */
final class YamlReader {

    /** Each repair reads the file once more; this many scalars of a file may need one. */
    private static final int MAX_REPAIRS = 16;

    private final YamlLimits limits;

    YamlReader(YamlLimits limits) {
        this.limits = limits;
    }

    /**
     * Returns the mapping that a file holds.
     *
     * @throws ConfigException if the file cannot be read, is no YAML, exceeds a limit, or holds no mapping
     */
    Map<Object, @Nullable Object> read(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            byte[] content = bytes.readNBytes(limits.maxBytes() + 1);
            if (content.length > limits.maxBytes()) {
                throw new ConfigException("The file " + file + " has more than " + limits.maxBytes()
                        + " bytes; shorten it or raise maxBytes of the limits.");
            }
            return mapping(decode(content), file);
        } catch (CharacterCodingException e) {
            throw new ConfigException("The file " + file + " is not UTF-8; save it as UTF-8.", e);
        } catch (IOException e) {
            throw new ConfigException("The file " + file + " cannot be read (" + e + "); check its path.", e);
        }
    }

    /** Returns the mapping that a text holds, as if it stood in {@code file}. */
    Map<Object, @Nullable Object> mapping(String text, Path file) {
        Object value = value(text, file);
        if (value instanceof Map<?, ?> map) {
            return Raw.map(map);
        }
        throw new ConfigException(
                "The file " + file + " holds " + Raw.describe(value) + " where a mapping of fields is due.");
    }

    /** Returns the value that a text holds, null if there is none. */
    @Nullable
    Object value(String text, Path file) {
        Path absolute = file.toAbsolutePath();
        Path folder = absolute.getParent() == null ? absolute : absolute.getParent();
        try {
            Node root = compose(text);
            return root == null ? null : new YamlValues(folder, limits).of(root);
        } catch (YamlValues.Malformed e) {
            throw malformed(file, e.mark(), e.getMessage(), e);
        } catch (MarkedYAMLException e) {
            throw malformed(file, e.getProblemMark(), e.getProblem(), e);
        } catch (YAMLException e) {
            throw malformed(file, null, e.getMessage(), e);
        } catch (StackOverflowError e) {
            throw malformed(file, null, "its nesting exceeds the stack of this thread", e);
        }
    }

    private @Nullable Node compose(String text) {
        String repaired = text;
        for (int repairs = 0; true; repairs++) {
            try {
                return composer(repaired).getSingleNode();
            } catch (MarkedYAMLException e) {
                Optional<String> next = SlashEscape.repaired(repaired, e);
                if (next.isEmpty() || repairs == MAX_REPAIRS) {
                    throw e;
                }
                repaired = next.get();
            }
        }
    }

    private Composer composer(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        options.setNestingDepthLimit(limits.maxDepth());
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        options.setAllowRecursiveKeys(false);
        return new Composer(new ParserImpl(new StreamReader(text), options), new YamlResolver(), options);
    }

    private static String decode(byte[] content) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(content))
                .toString();
    }

    private static ConfigException malformed(
            Path file, @Nullable Mark mark, @Nullable String problem, Throwable cause) {
        String place = mark == null ? "" : " line " + (mark.getLine() + 1) + " column " + (mark.getColumn() + 1);
        String what = problem == null ? "malformed" : problem.strip().replaceAll("\\s+", " ");
        return new ConfigException("In " + file + place + " the YAML is wrong (" + what + "); correct it.", cause);
    }
}
