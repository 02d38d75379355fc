package network.pokt.mlqos.inference;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a completion continues: a text that the node tokenizes, or token ids that it takes as they are. */
public sealed interface Prompt {

    static Prompt text(String text) {
        return new Text(text);
    }

    static Prompt tokens(int... ids) {
        return new Tokens(ids);
    }

    /** A prompt as text. */
    record Text(String text) implements Prompt {}

    /** A prompt as ids of the node's own vocabulary. On the wire it is one list within a list, as lm-evaluation-harness sends it. */
    final class Tokens implements Prompt {

        private final int[] ids;

        private Tokens(int[] ids) {
            this.ids = ids.clone();
        }

        /** Returns a copy of the ids. */
        public int[] ids() {
            return ids.clone();
        }

        public int size() {
            return ids.length;
        }

        /** Returns the id at {@code index}. */
        public int id(int index) {
            return ids[index];
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Tokens t && Arrays.equals(ids, t.ids);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(ids);
        }

        @Override
        public String toString() {
            return "Tokens[" + ids.length + "]";
        }
    }
}
