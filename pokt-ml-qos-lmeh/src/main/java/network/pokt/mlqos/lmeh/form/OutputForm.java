package network.pokt.mlqos.lmeh.form;

import java.util.List;
import java.util.Map;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.task.Reply;
import org.jspecify.annotations.Nullable;

/** An output type: the requests for a document, and what its metrics make of the answers. Immutable and thread-safe. */
public interface OutputForm {

    /**
     * Returns the requests.
     *
     * @param contexts what is to be continued: one, or one for each choice where choices are questions
     */
    List<Ask> asks(Doc doc, List<Ask.Context> contexts);

    /**
     * Throws now what a document that is not fit would make a judgement throw later.
     *
     * @throws network.pokt.mlqos.lmeh.data.DatasetException if it is not fit
     */
    default void check(Doc doc) {}

    /**
     * Returns an answer as filters and functions take it: a text, or a tuple of log-likelihood and whether it is greedy.
     *
     * @throws IllegalArgumentException if the answer is none to the requests of this form
     */
    Object result(Reply reply);

    /**
     * Returns what the document contributes to its metrics, by their names.
     *
     * @param results what a filter pipeline left of the {@linkplain #result results}, one for each request
     */
    Map<String, @Nullable Object> judge(Doc doc, List<? extends @Nullable Object> results);
}
