package network.pokt.mlqos.token;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds added tokens in a text, the first and then the longest, as Hugging Face's {@code tokenizers} does. Immutable and
 * thread-safe; a search takes time in proportion to the text and to the longest token.
 */
final class AddedTokens {

    /** No token begins here. */
    static final int NONE = -1;

    private static final int ASCII = 128;

    private final Map<Long, Integer> children = new HashMap<>();
    private final Map<Integer, AddedToken> ends = new HashMap<>();
    private final boolean[] firstAscii = new boolean[ASCII];
    private boolean firstElsewhere;

    /** Creates a search for tokens with contents that differ and are not empty. */
    AddedTokens(List<AddedToken> tokens) {
        int nodes = 0;
        for (AddedToken token : tokens) {
            int node = 0;
            for (char c : token.content().toCharArray()) {
                Integer child = children.get(edge(node, c));
                if (child == null) {
                    child = ++nodes;
                    children.put(edge(node, c), child);
                }
                node = child;
            }
            ends.put(node, token);
            char first = token.content().charAt(0);
            if (first < ASCII) {
                firstAscii[first] = true;
            } else {
                firstElsewhere = true;
            }
        }
    }

    boolean isEmpty() {
        return ends.isEmpty();
    }

    /** Returns where the next token begins, or {@link #NONE}. */
    int find(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text[i];
            if ((c < ASCII ? firstAscii[c] : firstElsewhere) && longest(text, i, to) != null) {
                return i;
            }
        }
        return NONE;
    }

    /** Returns the token at a place that {@link #find} gave. */
    AddedToken at(char[] text, int i, int to) {
        AddedToken token = longest(text, i, to);
        if (token == null) {
            throw new IllegalArgumentException("No added token begins at " + i + ", find one first.");
        }
        return token;
    }

    private @Nullable AddedToken longest(char[] text, int i, int to) {
        AddedToken found = null;
        int node = 0;
        for (int at = i; at < to; at++) {
            Integer child = children.get(edge(node, text[at]));
            if (child == null) {
                break;
            }
            node = child;
            AddedToken ending = ends.get(node);
            if (ending != null) {
                found = ending;
            }
        }
        return found;
    }

    private static long edge(int node, char c) {
        return ((long) node << Character.SIZE) | c;
    }
}
