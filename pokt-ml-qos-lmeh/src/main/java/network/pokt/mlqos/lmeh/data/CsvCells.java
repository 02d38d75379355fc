package network.pokt.mlqos.lmeh.data;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The cells of a CSV column, of which pandas makes numbers or booleans if all of them are. Not thread-safe. */
final class CsvCells {

    /** What pandas takes for missing, quoted or not. */
    private static final Set<String> MISSING = Set.of(
            "",
            "#N/A",
            "#N/A N/A",
            "#NA",
            "-1.#IND",
            "-1.#QNAN",
            "-NaN",
            "-nan",
            "1.#IND",
            "1.#QNAN",
            "<NA>",
            "N/A",
            "NA",
            "NULL",
            "NaN",
            "None",
            "n/a",
            "nan",
            "null");

    private static final Set<String> BOOLEANS = Set.of("True", "TRUE", "true", "False", "FALSE", "false");

    private static final Pattern INTEGER = Pattern.compile(" *[+-]?[0-9]+ *");
    private static final Pattern FLOAT =
            Pattern.compile(" *[+-]?(?:(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?|(?i:inf|infinity)) *");

    private static final BigInteger UNSIGNED_LIMIT = BigInteger.ONE.shiftLeft(Long.SIZE);

    private enum Kind {
        INTEGER,
        FLOAT,
        BOOLEAN,
        TEXT
    }

    private boolean missing;
    private boolean present;
    private boolean integers = true;
    private boolean floats = true;
    private boolean booleans = true;

    /** Sees one more cell. */
    void see(String cell) {
        if (MISSING.contains(cell)) {
            missing = true;
            return;
        }
        present = true;
        booleans = booleans && BOOLEANS.contains(cell);
        integers = integers && isInteger(cell);
        floats = floats && FLOAT.matcher(cell).matches();
    }

    /** Returns what a cell of the column becomes, after all cells have been seen. */
    @Nullable
    Object value(String cell) {
        if (MISSING.contains(cell)) {
            return null;
        }
        return switch (kind()) {
            case INTEGER -> integer(cell.strip());
            case FLOAT -> number(cell.strip());
            case BOOLEAN -> cell.toLowerCase(Locale.ROOT).equals("true");
            case TEXT -> cell;
        };
    }

    private Kind kind() {
        if (!present || booleans) {
            return booleans && present ? Kind.BOOLEAN : Kind.FLOAT;
        } else if (integers && !missing) {
            return Kind.INTEGER;
        }
        return floats ? Kind.FLOAT : Kind.TEXT;
    }

    private static boolean isInteger(String cell) {
        return INTEGER.matcher(cell).matches()
                && (cell.length() < 19 || new BigInteger(withoutPlus(cell.strip())).compareTo(UNSIGNED_LIMIT) < 0);
    }

    private static Number integer(String digits) {
        BigInteger number = new BigInteger(withoutPlus(digits));
        if (number.bitLength() < Integer.SIZE) {
            return number.intValue();
        }
        return number.bitLength() < Long.SIZE ? (Number) number.longValue() : number;
    }

    private static String withoutPlus(String digits) {
        return digits.startsWith("+") ? digits.substring(1) : digits;
    }

    private static double number(String cell) {
        String lower = cell.toLowerCase(Locale.ROOT);
        if (lower.contains("inf")) {
            return lower.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return PandasFloat.parse(cell);
    }
}
