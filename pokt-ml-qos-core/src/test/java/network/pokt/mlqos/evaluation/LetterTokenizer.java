package network.pokt.mlqos.evaluation;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import network.pokt.mlqos.token.Tokenizer;

/** One token per UTF-16 unit, and nothing between them. */
record LetterTokenizer(OptionalInt bosId, OptionalInt eosId) implements Tokenizer {

    @Override
    public int[] encode(String text, boolean addSpecialTokens) {
        IntStream begin = addSpecialTokens ? bosId.stream() : IntStream.empty();
        return IntStream.concat(begin, text.chars()).toArray();
    }

    @Override
    public String decode(int... ids) {
        return Arrays.stream(ids)
                .mapToObj(id -> id < '\n' ? "</s>" : Character.toString(id))
                .collect(Collectors.joining());
    }
}
