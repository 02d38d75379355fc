package network.pokt.mlqos.token;

import static network.pokt.mlqos.token.CodePointClasses.NUMBER;
import static network.pokt.mlqos.token.CodePointClasses.SPACE;

/** The words of GPT-2: {@value #PATTERN}. */
final class Gpt2Words implements Pretokenizer {

    static final String PATTERN = "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+";

    @Override
    public int wordEnd(char[] text, int start, int end) {
        int contraction = Runs.contraction(text, start, end, false);
        if (contraction > start) {
            return contraction;
        }
        int at = text[start] == ' ' && start + 1 < end ? start + 1 : start;
        byte kind = Runs.kind(text, at, end);
        if (CodePointClasses.isLetter(kind)) {
            return Runs.letters(text, at, end);
        }
        if (kind == NUMBER) {
            return Runs.numbers(text, at, end, Integer.MAX_VALUE);
        }
        return kind == SPACE ? Runs.spacesBeforeWord(text, start, end) : Runs.symbols(text, at, end);
    }
}
