package network.pokt.mlqos.lmeh.data;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits a text into records of fields, as pandas does: quotes may hold separators and line ends, a doubled quote in quotes
 * is one quote, a quote that does not begin a field is a character like any other, and blank lines do not count.
 */
final class CsvRecords {

    private static final int END = -1;

    private final Reader text;
    private final char separator;
    private final int quote;
    private final StringBuilder field = new StringBuilder();
    private int ahead;
    private int line = 1;
    private int recordLine = 1;

    /**
     * Begins to read.
     *
     * @param quote the quote character, or -1 if none is special
     */
    CsvRecords(Reader text, char separator, int quote) throws IOException {
        this.text = text;
        this.separator = separator;
        this.quote = quote;
        this.ahead = text.read();
    }

    /** Returns the line in which the last record began, from 1. */
    int line() {
        return recordLine;
    }

    /**
     * Returns the fields of the next record that is not blank, or null at the end.
     *
     * @throws UnclosedQuoteException if the text ends within quotes
     */
    @Nullable
    List<String> next() throws IOException {
        while (ahead != END) {
            recordLine = line;
            if (!isLineEnd(ahead)) {
                return record();
            }
            skipLineEnd();
        }
        return null;
    }

    private List<String> record() throws IOException {
        List<String> fields = new ArrayList<>();
        fields.add(field());
        while (ahead == separator) {
            advance();
            fields.add(field());
        }
        skipLineEnd();
        return fields;
    }

    private String field() throws IOException {
        field.setLength(0);
        if (ahead == quote) {
            advance();
            quoted();
        }
        while (ahead != END && ahead != separator && !isLineEnd(ahead)) {
            field.append((char) ahead);
            advance();
        }
        return field.toString();
    }

    private void quoted() throws IOException {
        while (true) {
            if (ahead == END) {
                throw new UnclosedQuoteException();
            } else if (ahead == quote) {
                advance();
                if (ahead != quote) {
                    return;
                }
            } else if (ahead == '\n') {
                line++;
            }
            field.append((char) ahead);
            advance();
        }
    }

    private void skipLineEnd() throws IOException {
        if (ahead == '\r') {
            advance();
            if (ahead != '\n') {
                line++;
                return;
            }
        }
        if (ahead == '\n') {
            line++;
            advance();
        }
    }

    private static boolean isLineEnd(int character) {
        return character == '\n' || character == '\r';
    }

    private void advance() throws IOException {
        ahead = text.read();
    }

    /** The text ended within quotes. */
    static final class UnclosedQuoteException extends IOException {

        private static final long serialVersionUID = 1;
    }
}
