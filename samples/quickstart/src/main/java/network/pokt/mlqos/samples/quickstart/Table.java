package network.pokt.mlqos.samples.quickstart;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** A table of text with columns as wide as they need to be. */
final class Table {

    private final List<String[]> rows = new ArrayList<>();

    Table(String... head) {
        rows.add(head);
    }

    void row(String... cells) {
        rows.add(cells);
    }

    void print(PrintStream out) {
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder(" ");
            for (int column = 0; column < row.length; column++) {
                line.append(' ').append(row[column]).append(" ".repeat(width(column) - row[column].length() + 1));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row[column].length()).max().orElse(0);
    }
}
