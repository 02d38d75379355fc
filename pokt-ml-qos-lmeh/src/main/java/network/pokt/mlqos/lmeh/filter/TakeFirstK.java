package network.pokt.mlqos.lmeh.filter;

import java.util.List;
import network.pokt.mlqos.lmeh.data.Doc;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the first responses: the filter {@code take_first_k}.
 *
 * @param count how many, at least one
 */
record TakeFirstK(int count) implements ResponseFilter {

    TakeFirstK {
        if (count < 1) {
            throw new IllegalArgumentException(
                    "The filter 'take_first_k' keeps " + count + " responses; keep 1 or more.");
        }
    }

    static TakeFirstK of(FilterArguments arguments) {
        return new TakeFirstK(arguments.integer("k", 0));
    }

    @Override
    public Object apply(List<? extends @Nullable Object> responses, Doc doc) {
        if (responses.size() < count) {
            throw new IllegalArgumentException("The filter 'take_first_k' keeps " + count + " of " + responses.size()
                    + " responses; let the task repeat its requests more often.");
        }
        return responses.subList(0, count);
    }
}
