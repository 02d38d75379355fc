package network.pokt.mlqos.template;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers that Python reads from texts: {@code int(text)} and {@code float(text)}. */
final class Numerals {

    private static final Pattern FLOATING =
            Pattern.compile("[+-]?(?:inf(?:inity)?|nan|(?:\\d+\\.?\\d*|\\.\\d+)(?:e[+-]?\\d+)?)");

    /** Bits per decimal digit, rounded up. */
    private static final long DECIMAL_BITS = 4;

    private Numerals() {}

    /** Returns {@code int(text, base)}, or null if the text is no such number. */
    static @Nullable Object integer(String text, int base, Meter meter) {
        String digits = ascii(text);
        boolean negative = digits.startsWith("-");
        digits = negative || digits.startsWith("+") ? digits.substring(1) : digits;
        int actualBase = base;
        int prefixed = prefixedBase(digits);
        if (prefixed != 0 && (base == 0 || base == prefixed)) {
            actualBase = prefixed;
            digits = digits.substring(digits.startsWith("_", 2) ? 3 : 2);
        } else if (base == 0) {
            boolean octal = digits.startsWith("0") && !digits.matches("[0_]*");
            actualBase = octal ? 0 : 10;
        }
        if (actualBase < Character.MIN_RADIX || actualBase > Character.MAX_RADIX || !areDigits(digits, actualBase)) {
            return null;
        }
        meter.spendDigits(DECIMAL_BITS * Math.min(digits.length(), Integers.MAX_DIGITS));
        Object magnitude = Integers.parse(digits.replace("_", ""), actualBase);
        return negative ? Integers.of(Integers.big(magnitude).negate()) : magnitude;
    }

    private static int prefixedBase(String digits) {
        return digits.startsWith("0x") ? 16 : (digits.startsWith("0o") ? 8 : (digits.startsWith("0b") ? 2 : 0));
    }

    private static boolean areDigits(String digits, int base) {
        boolean separated = true;
        for (int i = 0; i < digits.length(); i++) {
            boolean separator = digits.charAt(i) == '_';
            if (separator ? separated : Character.digit(digits.charAt(i), base) < 0) {
                return false;
            }
            separated = separator;
        }
        return !separated;
    }

    /** Returns {@code float(text)}, or null if the text is no number. */
    static @Nullable Double floating(String text) {
        String number = ascii(text);
        if (number.indexOf('_') >= 0 && number.matches(".*(?:[^\\d]_|_[^\\d]|^_|_$).*")) {
            return null;
        }
        number = number.replace("_", "");
        if (!FLOATING.matcher(number).matches()) {
            return null;
        }
        int sign = number.startsWith("-") || number.startsWith("+") ? 1 : 0;
        return switch (number.charAt(sign)) {
            case 'i' -> number.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            case 'n' -> Double.NaN;
            default -> Double.valueOf(number);
        };
    }

    /** Strips white space, and turns the decimal digits of all scripts into those of ASCII and letters into lower case. */
    private static String ascii(String text) {
        StringBuilder ascii = new StringBuilder();
        Texts.strip(text, null, true, true).codePoints().forEach(character -> {
            boolean digit = Character.isDigit(character);
            ascii.appendCodePoint(digit ? '0' + Character.digit(character, 10) : character);
        });
        return ascii.toString().toLowerCase(Locale.ROOT);
    }
}
