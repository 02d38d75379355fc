package network.pokt.mlqos.lmeh.data;

/**
 * Reads decimal numbers as the C parser of pandas does by default. It adds up digits in a double and scales once by a power
 * of ten, so that a number of more than 15 digits may end beside its nearest double, and prompts show that.
 */
final class PandasFloat {

    /** Digits after these only count for the magnitude. */
    private static final int MOST_DIGITS = 17;

    private static final int LARGEST_EXPONENT = 308;

    /** Beyond this, whatever digits precede, the result is zero or infinite. */
    private static final int EXPONENT_LIMIT = 100_000;

    private final String text;
    private double number;
    private int digits;
    private int exponent;
    private int position;

    private PandasFloat(String text) {
        this.text = text;
    }

    /** Returns the number; the text is known to be one, without blanks around it. */
    static double parse(String text) {
        return new PandasFloat(text).parse();
    }

    private double parse() {
        boolean negative = text.charAt(0) == '-';
        position = negative || text.charAt(0) == '+' ? 1 : 0;
        digits(0, 1);
        if (position < text.length() && text.charAt(position) == '.') {
            position++;
            digits(-1, 0);
        }
        if (position < text.length()) {
            exponent += exponentPart();
        }
        double scaled = scaled();
        return negative ? -scaled : scaled;
    }

    /** Reads digits, each of which shifts the exponent according to whether it is kept. */
    private void digits(int shiftIfKept, int shiftIfDropped) {
        while (position < text.length() && Character.isDigit(text.charAt(position))) {
            if (digits < MOST_DIGITS) {
                number = number * 10 + (text.charAt(position) - '0');
                digits++;
                exponent += shiftIfKept;
            } else {
                exponent += shiftIfDropped;
            }
            position++;
        }
    }

    private int exponentPart() {
        String part = text.substring(position + 1);
        boolean negative = part.startsWith("-");
        int value = 0;
        for (int i = negative || part.startsWith("+") ? 1 : 0; i < part.length(); i++) {
            value = Math.min(EXPONENT_LIMIT, value * 10 + (part.charAt(i) - '0'));
        }
        return negative ? -value : value;
    }

    private double scaled() {
        if (exponent > LARGEST_EXPONENT) {
            return number == 0 ? 0 : Double.POSITIVE_INFINITY;
        } else if (exponent < -LARGEST_EXPONENT) {
            return 0;
        }
        double power = Double.parseDouble("1e" + Math.abs(exponent));
        return exponent < 0 ? number / power : number * power;
    }
}
