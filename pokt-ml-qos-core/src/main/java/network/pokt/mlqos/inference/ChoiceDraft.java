package network.pokt.mlqos.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import network.pokt.mlqos.transport.FaultCause;

/**
 * One choice of an answer while it is read: all of it, or what the events so far have brought.
 *
 * @param <C> the kind of choice itself
 */
abstract class ChoiceDraft<C extends ChoiceDraft<C>> {

    private static final int UNTOLD = -1;

    private final CodecLimits limits;
    private final Allowance allowance;
    private final List<TokenLogprob> logprobs = new ArrayList<>();
    private Optional<FinishReason> finishReason = Optional.empty();
    private int index = UNTOLD;
    private boolean shaped;

    ChoiceDraft(CodecLimits limits, Allowance allowance) {
        this.limits = limits;
        this.allowance = allowance;
    }

    /** Reads the value of a field that only this kind of choice has; returns false, without moving, if it has no such field. */
    abstract boolean readContent(String field, JsonCursor json);

    abstract void appendContent(C later);

    /** Returns whether there is anything that a user would see. */
    abstract boolean hasContent();

    /** Returns the name of the field without which it is no choice of this kind. */
    abstract String contentField();

    /** Reads the choice object at the cursor. */
    final void read(JsonCursor json) {
        json.object("choices[]");
        String name;
        while ((name = json.nextField()) != null) {
            switch (name) {
                case "index" ->
                    index = json.isNull() ? UNTOLD : (int) json.count("choices[].index", limits.choices() - 1);
                case "finish_reason" -> finishReason = reason(json.stringOrNull("choices[].finish_reason"));
                case "logprobs" -> logprobs.addAll(LogprobReader.read(json, allowance));
                case "error" -> ErrorText.refuse(json);
                default -> {
                    if (readContent(name, json)) {
                        shaped = true;
                    } else {
                        json.skip();
                    }
                }
            }
        }
    }

    /** Some servers send an empty reason until there is one. */
    private static Optional<FinishReason> reason(String word) {
        return word.isBlank() ? Optional.empty() : Optional.of(FinishReason.of(word));
    }

    /** Joins what a later event brought for the same choice. */
    final void append(C later) {
        ChoiceDraft<C> piece = later;
        logprobs.addAll(piece.logprobs);
        finishReason = piece.finishReason.or(() -> finishReason);
        shaped |= piece.shaped;
        appendContent(later);
    }

    /**
     * Refuses a choice that is none: of another kind, or with nothing in it and no reason for that. An empty text with a
     * reason to stop is an answer, for a model may well have nothing to add.
     */
    final void check() {
        if (!shaped) {
            throw BadAnswer.schema("A choice of the answer lacks the field '" + contentField() + "'.");
        }
        if (finishReason.isEmpty() && !hasContent() && logprobs.isEmpty()) {
            throw new BadAnswer(
                    FaultCause.EMPTY, "A choice of the answer has neither content nor a reason to have ended.");
        }
        for (int i = 1; i < logprobs.size(); i++) {
            if (Double.isNaN(logprobs.get(i).logprob())) {
                throw BadAnswer.schema(
                        "Only the first token may lack its log-probability, but token " + i + " does too.");
            }
        }
    }

    /** Returns the index that the node gave, else {@code position}. */
    final int index(int position) {
        return index == UNTOLD ? position : index;
    }

    final boolean finished() {
        return finishReason.isPresent();
    }

    final List<TokenLogprob> logprobs() {
        return logprobs;
    }

    final Optional<FinishReason> finishReason() {
        return finishReason;
    }
}
