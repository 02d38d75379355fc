package network.pokt.mlqos.lmeh.suite;

import java.util.List;

/** Names and things that puzzles are told with. */
final class Words {

    static final List<String> PEOPLE =
            List.of("Ada", "Ben", "Chloe", "Dmitri", "Elif", "Farid", "Grace", "Hiro", "Ines", "Jonas", "Kaya", "Luis");

    static final List<String> THINGS =
            List.of("apples", "books", "coins", "marbles", "pens", "shells", "stamps", "candles", "tickets");

    private Words() {}

    /** Returns words with commas, and with {@code and} before the last. */
    static String joined(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}
