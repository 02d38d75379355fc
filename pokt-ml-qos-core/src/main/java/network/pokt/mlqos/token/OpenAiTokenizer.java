package network.pokt.mlqos.token;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.IntArrayList;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A tokenizer of OpenAI's models: r50k_base, p50k_base, cl100k_base or o200k_base, by jtokkit, without native code.
 *
 * <p>It needs the optional artifact {@code com.knuddels:jtokkit}, which has the encodings in it. Special tokens such as
 * {@code <|endoftext|>} in a text are text. Nothing is put around a text. Thread-safe.
 */
public final class OpenAiTokenizer implements Tokenizer {

    private final String name;
    private final Encoding encoding;

    private OpenAiTokenizer(String name, Encoding encoding) {
        this.name = name;
        this.encoding = encoding;
    }

    /**
     * Returns an encoding by its name, such as {@code o200k_base}.
     *
     * @throws TokenizerException if jtokkit is not there
     * @throws IllegalArgumentException if it has no such encoding
     */
    public static OpenAiTokenizer encoding(String name) {
        return find(name, registry().getEncoding(name));
    }

    /**
     * Returns the encoding of an OpenAI model by the model's name, such as {@code gpt-4o-mini}.
     *
     * @throws TokenizerException if jtokkit is not there
     * @throws IllegalArgumentException if it does not know the model
     */
    public static OpenAiTokenizer forModel(String model) {
        return find(model, registry().getEncodingForModel(model));
    }

    private static OpenAiTokenizer find(String name, Optional<Encoding> encoding) {
        return encoding.map(found -> new OpenAiTokenizer(found.getName(), found))
                .orElseThrow(() -> new IllegalArgumentException(
                        "jtokkit knows no encoding for '" + name + "', use one such as o200k_base or gpt-4o."));
    }

    private static EncodingRegistry registry() {
        try {
            return Encodings.newLazyEncodingRegistry();
        } catch (NoClassDefFoundError e) {
            throw new TokenizerException(
                    "An OpenAI encoding needs the artifact com.knuddels:jtokkit, add it to the dependencies.", e);
        }
    }

    /** Returns the name of the encoding, such as {@code cl100k_base}. */
    public String name() {
        return name;
    }

    @Override
    public int[] encode(String text, boolean addSpecialTokens) {
        return encoding.encodeOrdinary(text).toArray();
    }

    @Override
    public long count(String text) {
        return encoding.countTokensOrdinary(text);
    }

    @Override
    public String decode(int... ids) {
        IntArrayList list = new IntArrayList(ids.length);
        for (int id : ids) {
            list.add(id);
        }
        try {
            return encoding.decode(list);
        } catch (NullPointerException | IllegalArgumentException e) {
            // jtokkit has no other way to say that it does not know an id.
            throw new IllegalArgumentException(
                    "One of " + ids.length + " ids is not in " + name + ", decode ids of this encoding.", e);
        }
    }

    /** OpenAI's encodings begin sequences with nothing. */
    @Override
    public OptionalInt bosId() {
        return OptionalInt.empty();
    }

    /** Returns the id of {@code <|endoftext|>}, from tiktoken's {@code openai_public.py}. */
    @Override
    public OptionalInt eosId() {
        return switch (name) {
            case "r50k_base", "p50k_base" -> OptionalInt.of(50_256);
            case "cl100k_base" -> OptionalInt.of(100_257);
            case "o200k_base" -> OptionalInt.of(199_999);
            default -> OptionalInt.empty();
        };
    }
}
