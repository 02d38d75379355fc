package network.pokt.mlqos.lmeh.natives;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The exact value of an expression in LaTeX made of numbers, fractions, brackets, powers and the four operations: a fraction in
 * lowest terms.
 *
 * @param numerator with the sign
 * @param denominator positive
 */
record MathValue(BigInteger numerator, BigInteger denominator) {

    /** Longer ones are no answers; the bounds keep arithmetic quick. */
    private static final int MAX_LENGTH = 500;

    private static final int MAX_BITS = 4096;
    private static final int MAX_DEPTH = 50;

    static MathValue of(BigInteger numerator, BigInteger denominator) {
        BigInteger divisor = numerator.gcd(denominator).multiply(BigInteger.valueOf(denominator.signum()));
        return new MathValue(numerator.divide(divisor), denominator.divide(divisor));
    }

    /**
     * Returns whether two answers have the same value: numbers by value, lists and intervals element by element with the same
     * brackets, all else by its text without spaces and sizes of brackets.
     */
    static boolean areEqual(String first, String second) {
        String left = plain(first);
        String right = plain(second);
        if (left.length() > MAX_LENGTH || right.length() > MAX_LENGTH) {
            return false;
        }
        List<String> leftParts = parts(left);
        List<String> rightParts = parts(right);
        if (leftParts.size() > 1 && leftParts.size() == rightParts.size()) {
            for (int i = 0; i < leftParts.size(); i++) {
                if (!areEqual(leftParts.get(i), rightParts.get(i))) {
                    return false;
                }
            }
            return true;
        }
        if (left.equals(right)) {
            return true;
        }
        Optional<MathValue> value = of(left);
        return value.isPresent() && value.equals(of(right));
    }

    /** Returns the value of an expression, or nothing if it has letters or anything else that is not arithmetic. */
    static Optional<MathValue> of(String expression) {
        try {
            Reader reader = new Reader(plain(expression));
            MathValue value = reader.sum(0);
            return reader.isAtEnd() ? Optional.of(value) : Optional.empty();
        } catch (ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String plain(String text) {
        return text.replace("\\left", "")
                .replace("\\right", "")
                .replace("dfrac", "frac")
                .replace("tfrac", "frac")
                .replace("\\%", "")
                .replace("%", "")
                .replaceAll("\\\\[,;:! ]|\\s", "");
    }

    /** Returns the elements of a bracketed or bare list, the brackets being elements too; one element if it is no list. */
    private static List<String> parts(String text) {
        boolean bracketed = text.length() > 1
                && "([".indexOf(text.charAt(0)) >= 0
                && ")]".indexOf(text.charAt(text.length() - 1)) >= 0;
        String inner = bracketed ? text.substring(1, text.length() - 1) : text;
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < inner.length(); i++) {
            char character = inner.charAt(i);
            depth += "([{".indexOf(character) >= 0 ? 1 : ")]}".indexOf(character) >= 0 ? -1 : 0;
            if (depth < 0) {
                return List.of(text);
            } else if (depth == 0 && character == ',') {
                parts.add(inner.substring(start, i));
                start = i + 1;
            }
        }
        if (parts.isEmpty()) {
            return List.of(text);
        }
        parts.add(inner.substring(start));
        if (bracketed) {
            parts.add(0, text.substring(0, 1));
            parts.add(text.substring(text.length() - 1));
        }
        return parts;
    }

    private MathValue plus(MathValue other) {
        return of(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    private MathValue times(MathValue other) {
        return of(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    private MathValue inverse() {
        if (numerator.signum() == 0) {
            throw new ArithmeticException("division by zero");
        }
        return of(denominator, numerator);
    }

    private MathValue negated() {
        return new MathValue(numerator.negate(), denominator);
    }

    private MathValue power(MathValue exponent) {
        int times = exponent.numerator.intValueExact();
        int bits = Math.max(numerator.bitLength(), denominator.bitLength());
        if (!exponent.denominator.equals(BigInteger.ONE) || (long) Math.abs(times) * bits > MAX_BITS) {
            throw new ArithmeticException("a power that is not exact");
        }
        MathValue power = of(numerator.pow(Math.abs(times)), denominator.pow(Math.abs(times)));
        return times < 0 ? power.inverse() : power;
    }

    /** Reads sums of products of powers. */
    private static final class Reader {

        private final String text;
        private int position;

        Reader(String text) {
            this.text = text;
        }

        boolean isAtEnd() {
            return position == text.length();
        }

        MathValue sum(int depth) {
            if (depth > MAX_DEPTH) {
                throw new ArithmeticException("nested too deeply");
            }
            MathValue sum = signed(depth);
            while (!isAtEnd() && (text.charAt(position) == '+' || text.charAt(position) == '-')) {
                sum = sum.plus(signed(depth));
            }
            return sum;
        }

        private MathValue signed(int depth) {
            boolean negative = false;
            while (takes("-") || takes("+")) {
                negative ^= text.charAt(position - 1) == '-';
            }
            MathValue product = power(depth);
            while (true) {
                if (takes("\\cdot") || takes("\\times") || takes("*")) {
                    product = product.times(power(depth));
                } else if (takes("/") || takes("\\div")) {
                    product = product.times(power(depth).inverse());
                } else {
                    return negative ? product.negated() : product;
                }
            }
        }

        private MathValue power(int depth) {
            MathValue base = operand(depth);
            if (!takes("^")) {
                return base;
            }
            boolean braced = !isAtEnd() && text.charAt(position) == '{';
            return base.power(braced ? operand(depth) : digit());
        }

        private MathValue operand(int depth) {
            if (takes("\\frac")) {
                MathValue over = braced(depth);
                return over.times(braced(depth).inverse());
            } else if (takes("(")) {
                MathValue inner = sum(depth + 1);
                return closed(inner, ")");
            } else if (takes("{")) {
                MathValue inner = sum(depth + 1);
                return closed(inner, "}");
            }
            int start = position;
            while (!isAtEnd() && (Character.isDigit(text.charAt(position)) || text.charAt(position) == '.')) {
                position++;
            }
            BigDecimal number = new BigDecimal(text.substring(start, position));
            // A whole number before a fraction is mixed with it: 2\frac{1}{2}.
            MathValue value = of(number.unscaledValue(), BigInteger.TEN.pow(number.scale()));
            return text.startsWith("\\frac", position) ? value.plus(operand(depth)) : value;
        }

        private MathValue braced(int depth) {
            if (!takes("{")) {
                return digit();
            }
            return closed(sum(depth + 1), "}");
        }

        private MathValue digit() {
            MathValue digit =
                    of(new BigInteger(isAtEnd() ? "" : text.substring(position, position + 1)), BigInteger.ONE);
            position++;
            return digit;
        }

        private MathValue closed(MathValue value, String bracket) {
            if (!takes(bracket)) {
                throw new NumberFormatException("a bracket is not closed");
            }
            return value;
        }

        private boolean takes(String token) {
            if (!text.startsWith(token, position)) {
                return false;
            }
            position += token.length();
            return true;
        }
    }
}
