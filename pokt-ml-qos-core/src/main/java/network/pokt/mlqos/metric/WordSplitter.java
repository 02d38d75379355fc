package network.pokt.mlqos.metric;

import java.util.List;

/** Cuts a text into the words that a metric counts. Implementations are pure functions and safe for use by many threads. */
@FunctionalInterface
public interface WordSplitter {

    /** Returns the words of {@code text} in order; none of them is empty. */
    List<String> words(String text);
}
