package network.pokt.mlqos.lmeh.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.List;

/** A file of which each line is a document with a column {@code text}, blank lines too. */
record TextLines() implements TableFile {

    private static final Layout COLUMN = Layout.of(List.of("text"));

    @Override
    public TypeRules rules() {
        return TypeRules.TABLE;
    }

    @Override
    public void read(Reader text, Path file, Sink sink) throws IOException {
        BufferedReader lines = new BufferedReader(text);
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!sink.take(new Row(COLUMN, new Object[] {line}), number++)) {
                return;
            }
        }
    }
}
