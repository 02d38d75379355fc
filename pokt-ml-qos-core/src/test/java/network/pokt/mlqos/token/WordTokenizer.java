package network.pokt.mlqos.token;

import java.util.OptionalInt;

/** Takes every word for one token. */
public final class WordTokenizer implements Tokenizer {

    @Override
    public int[] encode(String text, boolean addSpecialTokens) {
        return new int[text.isBlank() ? 0 : text.strip().split("\\s+").length];
    }

    @Override
    public String decode(int... ids) {
        return "word ".repeat(ids.length);
    }

    @Override
    public OptionalInt bosId() {
        return OptionalInt.empty();
    }

    @Override
    public OptionalInt eosId() {
        return OptionalInt.empty();
    }
}
