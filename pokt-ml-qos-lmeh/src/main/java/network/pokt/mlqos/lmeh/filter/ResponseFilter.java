package network.pokt.mlqos.lmeh.filter;

import java.util.List;
import network.pokt.mlqos.lmeh.data.Doc;

/** One step from the responses to a request towards what is judged. Implementations are immutable and thread-safe. */
@FunctionalInterface
public interface ResponseFilter {

    /** Keeps the first response. */
    ResponseFilter TAKE_FIRST = (responses, doc) -> responses.subList(0, 1);

    /**
     * Returns what is left of the responses.
     *
     * @param responses one per repetition of the request, at least one
     * @param doc the document that was asked about
     * @return at least one text
     */
    List<String> apply(List<String> responses, Doc doc);
}
