package network.pokt.mlqos.token;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import network.pokt.mlqos.SharedData;

/** Tokenizers of real models, each loaded once for all tests, since loading one takes up to a second. Nobody closes them. */
final class SharedTokenizers {

    private static final Map<String, HuggingFaceTokenizer> LOADED = new ConcurrentHashMap<>();

    private SharedTokenizers() {}

    /** Returns the tokenizer in a folder below the shared one, or ends the test as skipped. */
    static HuggingFaceTokenizer in(String folder) {
        return LOADED.computeIfAbsent(folder, each -> HuggingFaceTokenizer.load(SharedData.path(each)));
    }
}
