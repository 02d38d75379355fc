package network.pokt.mlqos.token;

import static network.pokt.mlqos.token.CodePointClasses.NUMBER;
import static network.pokt.mlqos.token.CodePointClasses.SPACE;

/**
 * The words of GPT-4, Llama 3 and Qwen, which differ in how many digits are together: {@code
 * (?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+}.
 */
final class Gpt4Words implements Pretokenizer {

    static final String UP_TO_3_DIGITS = pattern("\\p{N}{1,3}");
    static final String SINGLE_DIGITS = pattern("\\p{N}");

    private final int digits;

    Gpt4Words(int digits) {
        this.digits = digits;
    }

    private static String pattern(String numbers) {
        return "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|" + numbers
                + "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";
    }

    @Override
    public int wordEnd(char[] text, int start, int end) {
        int contraction = Runs.contraction(text, start, end, true);
        if (contraction > start) {
            return contraction;
        }
        byte kind = Runs.kind(text, start, end);
        if (CodePointClasses.isLetter(kind)) {
            return Runs.letters(text, start, end);
        }
        if (kind == NUMBER) {
            return Runs.numbers(text, start, end, digits);
        }
        int next = Runs.after(text, start, end);
        byte nextKind = next < end ? Runs.kind(text, next, end) : SPACE;
        if (CodePointClasses.isLetter(nextKind) && !Runs.isBreak(text[start])) {
            return Runs.letters(text, next, end);
        }
        if (kind != SPACE) {
            return Runs.breaks(text, Runs.symbols(text, next, end), end);
        }
        if (text[start] == ' ' && Runs.isSymbol(nextKind)) {
            return Runs.breaks(text, Runs.symbols(text, next, end), end);
        }
        return Runs.spacesByLine(text, start, end);
    }
}
