package network.pokt.mlqos.lmeh.function;

import network.pokt.mlqos.lmeh.data.Doc;
import org.jspecify.annotations.Nullable;

/** {@code doc_to_text}, {@code doc_to_target} or {@code doc_to_choice}: makes a value of one document. */
@FunctionalInterface
public non-sealed interface DocFunction extends NativeFunction {

    /**
     * Returns a text, a number of a choice, a list of texts, or what else the field takes.
     *
     * @throws network.pokt.mlqos.lmeh.data.DatasetException if the document lacks what the function needs
     */
    @Nullable
    Object apply(Doc doc);
}
