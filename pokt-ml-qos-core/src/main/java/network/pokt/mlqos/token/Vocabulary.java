package network.pokt.mlqos.token;

import java.util.BitSet;

/** Which ids a {@code tokenizer.json} defines. Immutable. */
final class Vocabulary {

    private final BitSet ids = new BitSet();

    Vocabulary(TokenizerFile file) {
        for (int id = 0; id < file.tokens.size(); id++) {
            ids.set(id, file.tokens.get(id) != null);
        }
        file.added.forEach(token -> ids.set(token.id()));
    }

    boolean contains(int id) {
        return id >= 0 && ids.get(id);
    }

    int size() {
        return ids.cardinality();
    }
}
