package network.pokt.mlqos.template;

import java.util.OptionalInt;
import network.pokt.mlqos.error.MlQosException;

/**
 * Thrown when a template cannot be compiled, fails while it renders, or asks for more than its limits.
 *
 * <p>At compile time it knows line and column, at run time the line; both count from 1.
 */
public final class TemplateException extends MlQosException {

    private static final long serialVersionUID = 1;
    private static final int UNKNOWN = 0;

    /** What went wrong, in the terms of the reference implementation. */
    public enum Kind {
        /** The template is not Jinja ({@code TemplateSyntaxError}), or a text is not a Python literal. */
        SYNTAX,
        /** The template is Jinja, but uses something that this engine does not have. */
        UNSUPPORTED,
        /** An undefined value was used ({@code UndefinedError}). */
        UNDEFINED,
        /** An operation does not apply to a value ({@code TypeError}). */
        TYPE,
        /** An operation applies, but not to this value ({@code ValueError}). */
        VALUE,
        /** A number is out of range or a division is by zero ({@code ArithmeticError}). */
        ARITHMETIC,
        /** The template tries to change a value ({@code SecurityError}). */
        FORBIDDEN,
        /** The template itself refuses its input with {@code raise_exception} ({@code TemplateError}). */
        RAISED,
        /** A {@linkplain TemplateLimits limit} is reached. */
        LIMIT
    }

    private final Kind kind;
    private final String reason;
    private final int line;
    private final int column;

    private TemplateException(Kind kind, String reason, int line, int column) {
        super(placed(reason, line, column));
        this.kind = kind;
        this.reason = reason;
        this.line = line;
        this.column = column;
    }

    /** An error of which the place is not known yet. */
    TemplateException(Kind kind, String reason) {
        this(kind, reason, UNKNOWN, UNKNOWN);
    }

    /** Returns this error with its line, or itself if it knows one. */
    TemplateException at(int knownLine) {
        return at(knownLine, UNKNOWN);
    }

    /** Returns this error with its place, or itself if it knows one. */
    TemplateException at(int knownLine, int knownColumn) {
        if (line != UNKNOWN) {
            return this;
        }
        TemplateException located = new TemplateException(kind, reason, knownLine, knownColumn);
        located.setStackTrace(getStackTrace());
        return located;
    }

    /** Returns what went wrong. */
    public Kind kind() {
        return kind;
    }

    /** Returns the message without the place; of {@link Kind#RAISED}, what the template says. */
    public String reason() {
        return reason;
    }

    /** Returns the line of the template, from 1, if it is known. */
    public OptionalInt line() {
        return line == UNKNOWN ? OptionalInt.empty() : OptionalInt.of(line);
    }

    /** Returns the column in that line, from 1, if it is known: that of errors at compile time. */
    public OptionalInt column() {
        return column == UNKNOWN ? OptionalInt.empty() : OptionalInt.of(column);
    }

    private static String placed(String reason, int line, int column) {
        if (line == UNKNOWN) {
            return reason;
        }
        return "Template line " + line + (column == UNKNOWN ? "" : ", column " + column) + ": " + reason;
    }
}
