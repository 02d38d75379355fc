package network.pokt.mlqos.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import network.pokt.mlqos.transport.FaultCause;
import org.jspecify.annotations.Nullable;

/**
 * An answer while it is read: the envelope that completions and chat share, whole or joined from events.
 *
 * @param <C> the kind of its choices
 */
final class AnswerDraft<C extends ChoiceDraft<C>> {

    private final CodecLimits limits;
    private final Supplier<C> newChoice;
    private final Map<Integer, C> choices = new TreeMap<>();
    private boolean choicesTold;
    private String model = "";
    private @Nullable TokenUsage usage;

    AnswerDraft(CodecLimits limits, BiFunction<CodecLimits, Allowance, C> choice) {
        Allowance allowance = new Allowance(limits.logprobs());
        this.limits = limits;
        this.newChoice = () -> choice.apply(limits, allowance);
    }

    /** Reads a whole answer, in which no two choices may have the same index; returns whether it has content. */
    boolean readWhole(JsonCursor json) {
        boolean content = read(json, this::put);
        if (!choicesTold) {
            throw BadAnswer.schema("The answer lacks the field 'choices'.");
        }
        return content;
    }

    /** Reads an event and joins it to what came before; returns whether it brought anything that a user would see. */
    boolean readEvent(JsonCursor json) {
        return read(json, this::join);
    }

    private boolean read(JsonCursor json, ObjIntConsumer<C> keep) {
        boolean content = false;
        json.object("answer");
        String name;
        while ((name = json.nextField()) != null) {
            switch (name) {
                case "choices" -> content |= readChoices(json, keep);
                case "model" -> readModel(json);
                case "usage" -> {
                    TokenUsage told = UsageReader.read(json);
                    usage = told == null ? usage : told;
                }
                case "error" -> ErrorText.refuse(json);
                case "object" -> refuseErrorObject(json);
                default -> json.skip();
            }
        }
        return content;
    }

    /** Older vLLM says that an object is an error instead of putting the error into one. */
    private static void refuseErrorObject(JsonCursor json) {
        if (json.isString() && json.string("object").equals("error")) {
            throw new BadAnswer(FaultCause.ERROR_IN_OK, "The answer is an error object.");
        }
        json.skip();
    }

    private void readModel(JsonCursor json) {
        String told = json.stringOrNull("model");
        model = model.isEmpty() ? told : model;
    }

    private boolean readChoices(JsonCursor json, ObjIntConsumer<C> keep) {
        if (json.isNull()) {
            return false;
        }
        boolean content = false;
        json.array("choices");
        choicesTold = true;
        for (int position = 0; json.nextElement(); position++) {
            C piece = newChoice.get();
            piece.read(json);
            content |= piece.hasContent();
            keep.accept(piece, piece.index(position));
        }
        return content;
    }

    private void put(C choice, int index) {
        if (choices.put(index, choice) != null) {
            throw BadAnswer.schema("Two choices of the answer have the same index.");
        }
        checkCount();
    }

    private void join(C piece, int index) {
        choices.computeIfAbsent(index, unknown -> newChoice.get()).append(piece);
        checkCount();
    }

    private void checkCount() {
        if (choices.size() > limits.choices()) {
            throw new BadAnswer(FaultCause.OVERSIZED, "The answer has more than " + limits.choices() + " choices.");
        }
    }

    /** Returns whether each choice has told why it ended, and there is at least one. */
    boolean finished() {
        return !choices.isEmpty() && choices.values().stream().allMatch(C::finished);
    }

    /** Returns the choices in the order of their index, checked. */
    <T> List<T> choices(BiFunction<C, Integer, T> finish) {
        if (choices.isEmpty()) {
            throw new BadAnswer(FaultCause.EMPTY, "The answer has no choices.");
        }
        List<T> finished = new ArrayList<>(choices.size());
        choices.forEach((index, choice) -> {
            if (index != finished.size()) {
                throw BadAnswer.schema("The answer lacks the choice with index " + finished.size() + ".");
            }
            choice.check();
            finished.add(finish.apply(choice, index));
        });
        return finished;
    }

    /** Returns what {@code words} finds in the choice with index 0, nothing if there is no such choice. */
    String firstChoice(Function<C, String> words) {
        C first = choices.get(0);
        return first == null ? "" : words.apply(first);
    }

    String model() {
        return model;
    }

    Optional<TokenUsage> usage() {
        return Optional.ofNullable(usage);
    }
}
