package network.pokt.mlqos.template;

import java.math.BigDecimal;
import java.math.RoundingMode;
import network.pokt.mlqos.template.TemplateException.Kind;
import org.jspecify.annotations.Nullable;

/** The filters of Jinja that make numbers. */
final class NumberFilters {

    /** Beyond this many decimal places there is no digit of a double; above minus as many there is none either. */
    private static final int DECIMAL_PLACES = 400;

    static final Builtins TABLE = new Builtins()
            .add("abs", "x", NumberFilters::abs)
            .add("int", "value, default=0, base=10", NumberFilters::toInt)
            .add("float", "value, default=0.0", NumberFilters::toFloat)
            .add("round", "value, precision=0, method='common'", NumberFilters::round);

    private NumberFilters() {}

    private static Object abs(Call call) {
        Object value = call.value(0);
        if (Integers.isInteger(value)) {
            return Integers.of(Integers.big(value).abs());
        } else if (value instanceof Double number) {
            return Math.abs(number);
        }
        throw call.unsuited(0);
    }

    private static @Nullable Object toInt(Call call) {
        Object value = call.value(0);
        if (value instanceof Undefined undefined) {
            throw undefined.error();
        } else if (Integers.isInteger(value)) {
            return Integers.of(Integers.big(value));
        }
        Object integer = value instanceof String text ? Numerals.integer(text, call.integer(2), call.meter()) : null;
        if (integer != null) {
            return integer;
        }
        Double number =
                value instanceof String text ? Numerals.floating(text) : (value instanceof Double it ? it : null);
        if (number == null || Double.isNaN(number) || (Double.isInfinite(number) && value instanceof String)) {
            return call.value(1);
        } else if (Double.isInfinite(number)) {
            throw new TemplateException(Kind.ARITHMETIC, "Infinity is no int; check the number first.");
        }
        return Integers.of(new BigDecimal(number).toBigInteger());
    }

    private static @Nullable Object toFloat(Call call) {
        Object value = call.value(0);
        if (value instanceof Undefined undefined) {
            throw undefined.error();
        } else if (Arithmetic.isNumber(value)) {
            return Arithmetic.toDouble(value);
        }
        Double number = value instanceof String text ? Numerals.floating(text) : null;
        return number == null ? call.value(1) : number;
    }

    private static Object round(Call call) {
        Object value = call.value(0);
        if (!Arithmetic.isNumber(value)) {
            throw call.unsuited(0);
        }
        int places = call.integer(1);
        return switch (call.text(2)) {
            case "common" ->
                Integers.isInteger(value)
                        ? Integers.of(rounded(new BigDecimal(Integers.big(value)), Math.min(places, 0))
                                .toBigInteger())
                        : rounded(Arithmetic.toDouble(value), places);
            case "ceil" -> scaled(call, Math::ceil);
            case "floor" -> scaled(call, Math::floor);
            default -> throw call.invalid("rounds by 'common', 'ceil' or 'floor' only; give one of them");
        };
    }

    private static double rounded(double value, int places) {
        if (Double.isNaN(value) || Double.isInfinite(value) || places > DECIMAL_PLACES) {
            return value;
        }
        return Math.copySign(rounded(new BigDecimal(value), places).doubleValue(), value);
    }

    private static BigDecimal rounded(BigDecimal value, int places) {
        return places < -DECIMAL_PLACES * 20 ? BigDecimal.ZERO : value.setScale(places, RoundingMode.HALF_EVEN);
    }

    private static Object scaled(Call call, java.util.function.DoubleUnaryOperator rounding) {
        Object scale = Arithmetic.power(10L, (long) call.integer(1), call.meter());
        Object scaled = Arithmetic.multiply(call.value(0), scale, call.meter());
        if (Integers.isInteger(scaled)) {
            return Arithmetic.divide(scaled, scale, call.meter());
        }
        double number = Arithmetic.toDouble(scaled);
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new TemplateException(Kind.VALUE, "Infinity and NaN have no whole part; check the number first.");
        }
        Object whole = Integers.of(new BigDecimal(rounding.applyAsDouble(number)).toBigInteger());
        return Arithmetic.divide(whole, scale, call.meter());
    }
}
