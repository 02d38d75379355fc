package network.pokt.mlqos.lmeh.data;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file of separated values, read as pandas does.
 *
 * @param separator what stands between fields
 * @param quote the quote character, or -1 if none is special
 * @param names the names of the columns, or none for those in the first line
 * @param header whether the first line holds names; if {@code names} are given it is skipped
 */
record CsvFile(char separator, int quote, List<String> names, boolean header) implements TableFile {

    static final CsvFile COMMAS = new CsvFile(',', '"', List.of(), true);
    static final CsvFile TABS = new CsvFile('\t', '"', List.of(), true);

    CsvFile {
        names = List.copyOf(names);
    }

    @Override
    public TypeRules rules() {
        return TypeRules.TABLE;
    }

    @Override
    public void read(Reader text, Path file, Sink sink) throws IOException {
        CsvRecords records = new CsvRecords(text, separator, quote);
        try {
            List<String> first = records.next();
            if (first == null) {
                return;
            }
            Table table = new Table(file, columns(first));
            for (List<String> record = header ? records.next() : first; record != null; record = records.next()) {
                table.add(record, records.line());
            }
            table.give(sink);
        } catch (CsvRecords.UnclosedQuoteException e) {
            throw new DatasetException(
                    "In " + file + " a quote that is opened in line " + records.line() + " is never closed; close it.",
                    e);
        }
    }

    private List<String> columns(List<String> first) {
        if (!names.isEmpty()) {
            return names;
        }
        List<String> columns = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < first.size(); i++) {
            String name = header ? first.get(i) : Integer.toString(i);
            String base = name.isEmpty() ? "Unnamed: " + i : name;
            String unique = base;
            for (int copy = 1; !taken.add(unique); copy++) {
                unique = base + "." + copy;
            }
            columns.add(unique);
        }
        return columns;
    }

    /** The cells until the types of their columns are known. */
    private static final class Table {

        private final Path file;
        private final Layout layout;
        private final List<CsvCells> cells = new ArrayList<>();
        private final List<String[]> records = new ArrayList<>();
        private final List<Integer> lines = new ArrayList<>();
        private final JsonValues texts = new JsonValues();

        Table(Path file, List<String> columns) {
            this.file = file;
            this.layout = Layout.of(columns);
            columns.forEach(column -> cells.add(new CsvCells()));
        }

        void add(List<String> record, int line) {
            if (record.size() > layout.size()) {
                throw new DatasetException(
                        "In " + file + " line " + line + " has " + record.size() + " fields, but there are "
                                + layout.size() + " columns; correct the line or name all columns.");
            }
            String[] fields = new @Nullable String[layout.size()];
            for (int i = 0; i < fields.length; i++) {
                fields[i] = i < record.size() ? texts.text(record.get(i)) : "";
                cells.get(i).see(fields[i]);
            }
            records.add(fields);
            lines.add(line);
        }

        void give(Sink sink) {
            for (int i = 0; i < records.size(); i++) {
                String[] fields = records.get(i);
                @Nullable Object[] values = new @Nullable Object[fields.length];
                for (int column = 0; column < fields.length; column++) {
                    values[column] = cells.get(column).value(fields[column]);
                }
                if (!sink.take(new Row(layout, values), lines.get(i))) {
                    return;
                }
            }
        }
    }
}
