package network.pokt.mlqos.lmeh.prompt;

import java.util.ArrayList;
import java.util.List;
import network.pokt.mlqos.inference.ChatMessage;

/**
 * A prompt with its examples, as turns of a conversation that can be sent as such or as plain text: the rules by which
 * lm-evaluation-harness 0.4.13 puts a context together. Immutable.
 *
 * <p>In plain text each turn is followed by a delimiter of its own: the question of an example by the target delimiter,
 * its answer by the few-shot delimiter, the last question and the system text by nothing.
 */
public final class FewShotPrompt {

    /** What stands between a response prefix and the answer of an example, whatever the layout. */
    private static final Delimiter AFTER_PREFIX = new Delimiter(" ");

    private final List<Turn> turns;

    private FewShotPrompt(List<Turn> turns) {
        this.turns = List.copyOf(turns);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Returns the prompt as plain text. */
    public String text() {
        return text(turns).toString();
    }

    /** Returns the prompt as a conversation, each example a turn of the user and one of the assistant. */
    public List<ChatMessage> multiTurn() {
        return turns.stream().map(Turn::message).toList();
    }

    /** Returns whether the answer has begun, so that it is continued and not given. */
    public boolean isBegun() {
        return turns.get(turns.size() - 1).isBy(Turn.ASSISTANT);
    }

    /** Returns the prompt as one message of the user, besides the system's and a response prefix if there are such. */
    public List<ChatMessage> singleTurn() {
        int last = turns.size() - 1;
        int from = turns.get(0).isBy(Turn.SYSTEM) ? 1 : 0;
        int to = turns.get(last).isBy(Turn.ASSISTANT) ? last : last + 1;
        List<ChatMessage> messages = new ArrayList<>(3);
        turns.subList(0, from).forEach(turn -> messages.add(turn.message()));
        StringBuilder user = text(turns.subList(from, to));
        user.setLength(user.length() - turns.get(to - 1).delimiter().length());
        messages.add(ChatMessage.user(user.toString()));
        turns.subList(to, turns.size()).forEach(turn -> messages.add(turn.message()));
        return messages;
    }

    private static StringBuilder text(List<Turn> turns) {
        int length = 0;
        for (Turn turn : turns) {
            length += turn.content().length() + turn.delimiter().length();
        }
        StringBuilder text = new StringBuilder(length);
        for (Turn turn : turns) {
            text.append(turn.content()).append(turn.delimiter());
        }
        return text;
    }

    /** Collects the parts of a prompt in their order; one beginning may end with several questions. Not thread-safe. */
    public static final class Builder {

        private final List<Turn> turns = new ArrayList<>();

        private Builder() {}

        /** Begins with a system text; nothing if it is empty. */
        public Builder system(String text) {
            if (!text.isEmpty()) {
                turns.add(new Turn(Turn.SYSTEM, text, ""));
            }
            return this;
        }

        /**
         * Adds an example.
         *
         * @param prefix how the answer begins, empty for no prefix
         * @param answer empty for an example without an answer
         */
        public Builder shot(PromptLayout layout, String question, String prefix, String answer) {
            if (answer.isEmpty()) {
                return open(layout, question, prefix);
            }
            boolean delimited = prefix.isEmpty() || layout.target().isNeeded(question, prefix);
            String delimiter = delimited ? layout.target().text() : "";
            turns.add(new Turn(Turn.USER, question, delimiter));
            turns.add(new Turn(
                    Turn.ASSISTANT,
                    AFTER_PREFIX.join(prefix, answer),
                    layout.fewShot().text()));
            return this;
        }

        /**
         * Ends with the question that is asked.
         *
         * @param prefix how the answer is to begin, empty for no prefix
         */
        public FewShotPrompt ask(PromptLayout layout, String question, String prefix) {
            return new FewShotPrompt(copy().open(layout, question, prefix).turns);
        }

        private Builder copy() {
            Builder copy = new Builder();
            copy.turns.addAll(turns);
            return copy;
        }

        private Builder open(PromptLayout layout, String question, String prefix) {
            boolean delimited = !prefix.isEmpty() && layout.target().isNeeded(question, prefix);
            turns.add(new Turn(Turn.USER, question, delimited ? layout.target().text() : ""));
            if (!prefix.isEmpty()) {
                turns.add(new Turn(Turn.ASSISTANT, prefix, ""));
            }
            return this;
        }
    }
}
