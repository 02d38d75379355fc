package network.pokt.mlqos.inference;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a completion continues: a text that the node tokenizes, token ids that it takes as they are, or several of either. */
public sealed interface Prompt {

    static Prompt text(String text) {
        return new Text(text);
    }

    static Prompt tokens(int... ids) {
        return new Tokens(ids);
    }

    /**
     * Returns several prompts of one kind, each of which gets a choice of its own.
     *
     * @throws IllegalArgumentException if there is none, or they are of different kinds
     */
    static Prompt several(List<? extends Prompt> prompts) {
        return new Several(List.copyOf(prompts));
    }

    /** Several prompts, all texts or all ids; the answer has a choice for each, by index. */
    record Several(List<Prompt> prompts) implements Prompt {

        public Several {
            prompts = List.copyOf(prompts);
            boolean texts = prompts.stream().allMatch(Text.class::isInstance);
            boolean ids = prompts.stream().allMatch(Tokens.class::isInstance);
            if (prompts.isEmpty() || !(texts || ids)) {
                throw new IllegalArgumentException(
                        "Prompts that go together are all texts or all ids, and one at least; got " + prompts + ".");
            }
        }
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
