package network.pokt.mlqos.task;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.inference.ChatMessage;

/**
 * One question of a sample, in terms of what is wanted rather than how a node is spoken to.
 *
 * <p>The first three kinds are those of lm-evaluation-harness: {@code generate_until}, {@code loglikelihood} and
 * {@code loglikelihood_rolling}.
 */
public sealed interface Ask {

    /** What a model continues. */
    sealed interface Context {

        static Context text(String text) {
            return new Text(text);
        }

        static Context chat(List<ChatMessage> messages) {
            return new Chat(messages);
        }
    }

    /** Plain text to continue. */
    record Text(String text) implements Context {}

    /** A conversation to answer. */
    record Chat(List<ChatMessage> messages) implements Context {

        public Chat {
            messages = List.copyOf(messages);
        }
    }

    /** Asks for text that follows the context. */
    record Generate(Context context, Generation generation) implements Ask {}

    /** Asks how probable {@code continuation} is after {@code context}, and whether it is what the model would write. */
    record Loglikelihood(String context, String continuation) implements Ask {}

    /** Asks how probable a whole text is, in windows of the model's context length. */
    record RollingLoglikelihood(String text) implements Ask {}

    /**
     * Asks how probable the tokens after the first {@code contextLength} are: what a log-likelihood comes to once a model
     * interface has chosen the tokens. Tasks do not ask so, since they know no model.
     *
     * @param ids the ids of context and continuation
     * @param contextLength how many of them are context, at least 1
     */
    record TokenLoglikelihood(List<Integer> ids, int contextLength) implements Ask {

        public TokenLoglikelihood {
            ids = List.copyOf(ids);
            if (contextLength < 1 || contextLength > ids.size()) {
                throw new IllegalArgumentException(
                        "Of " + ids.size() + " tokens " + contextLength + " cannot be context; give 1 to all of them.");
            }
        }
    }

    /**
     * Several asks of one kind that one relay carries. Tasks do not ask so; a model interface may, which saves relays.
     *
     * @param asks at least one, none of them a batch
     */
    record Batch(List<Ask> asks) implements Ask {

        public Batch {
            asks = List.copyOf(asks);
            if (asks.isEmpty() || asks.stream().anyMatch(Batch.class::isInstance)) {
                throw new IllegalArgumentException(
                        "A batch has one ask or more, and no batch in it; it has " + asks + ".");
            }
        }
    }

    /**
     * How to generate.
     *
     * @param until strings at which the answer ends
     * @param maxTokens the most tokens to write, or 0 for the default of whoever sends the request
     * @param temperature 0 for greedy
     * @param extra further parameters, passed through by name and in this order
     */
    record Generation(List<String> until, int maxTokens, double temperature, Map<String, Object> extra) {

        public Generation {
            until = List.copyOf(until);
            extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
            if (maxTokens < 0 || !(temperature >= 0)) {
                throw new IllegalArgumentException("A generation needs max tokens and a temperature of at least 0, got "
                        + maxTokens + " and " + temperature + ".");
            }
        }

        /** Returns greedy generation that ends at any of {@code until}. */
        public static Generation greedy(int maxTokens, String... until) {
            return new Generation(List.of(until), maxTokens, 0, Map.of());
        }
    }
}
