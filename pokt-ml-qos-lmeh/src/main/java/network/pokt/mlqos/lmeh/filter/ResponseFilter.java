package network.pokt.mlqos.lmeh.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import network.pokt.mlqos.lmeh.data.Doc;
import org.jspecify.annotations.Nullable;

/**
 * One step from the responses to a request towards what is judged. Implementations are immutable and thread-safe.
 *
 * <p>Responses begin as texts; a filter may make other values of them: those of JSON, in lists and maps.
 */
@FunctionalInterface
public interface ResponseFilter {

    /** Keeps the first response alone: what is left is no list any more. */
    ResponseFilter TAKE_FIRST = (responses, doc) -> responses.get(0);

    /**
     * Returns what is left of the responses: a list again, or one value.
     *
     * @param responses one per repetition of the request, at least one
     * @param doc the document that was asked about
     */
    @Nullable
    Object apply(List<? extends @Nullable Object> responses, Doc doc);

    /** Returns a filter that makes something of each response, whatever it is. */
    static ResponseFilter each(Function<? super @Nullable Object, ? extends @Nullable Object> step) {
        return eachWithDoc((response, doc) -> step.apply(response));
    }

    /** Returns a filter that makes something of each response, with a look at the document. */
    static ResponseFilter eachWithDoc(BiFunction<? super @Nullable Object, Doc, ? extends @Nullable Object> step) {
        return (responses, doc) -> {
            List<@Nullable Object> left = new ArrayList<>(responses.size());
            for (Object response : responses) {
                left.add(step.apply(response, doc));
            }
            return left;
        };
    }
}
