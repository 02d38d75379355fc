package network.pokt.mlqos.lmeh.suite;

import java.math.BigInteger;

/** Terms such as {@code (17 - 4) * 23 + 8}: a random tree, of which the value is known while it is written. */
final class ArithmeticPuzzles implements PuzzleFamily.Maker {

    /** With one digit there would be a few hundred terms only. */
    private static final int LEAST_DIGITS = 2;

    private static final int DIGITS_STEP = 3;

    private record Term(String text, BigInteger value, boolean sum) {

        /** Returns the text as a factor, or as what is subtracted. */
        String bracketed() {
            return sum ? "(" + text + ")" : text;
        }
    }

    @Override
    public Puzzle make(Dice dice, int difficulty) {
        Term term = term(dice, 1 + (difficulty + 1) / 2, LEAST_DIGITS + (difficulty - 1) / DIGITS_STEP);
        return new Puzzle(
                "What is " + term.text() + "? The answer is one whole number.",
                term.value().toString(),
                Puzzle.Form.NUMBER);
    }

    private static Term term(Dice dice, int numbers, int digits) {
        if (numbers == 1) {
            long number = dice.withDigits(digits);
            return new Term(Long.toString(number), BigInteger.valueOf(number), false);
        }
        int left = dice.between(1, numbers - 1);
        Term first = term(dice, left, digits);
        Term second = term(dice, numbers - left, digits);
        return switch (dice.between(0, 2)) {
            case 0 -> new Term(first.text + " + " + second.text, first.value.add(second.value), true);
            case 1 -> new Term(first.text + " - " + second.bracketed(), first.value.subtract(second.value), true);
            default ->
                new Term(first.bracketed() + " * " + second.bracketed(), first.value.multiply(second.value), false);
        };
    }
}
