package network.pokt.mlqos.lmeh.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.lmeh.data.ColumnType.Struct;

/**
 * Splits in files, typed as {@code datasets} types them: what the split that is named first says of its columns holds for
 * all. Only the documents of the split that is asked for stay in memory.
 */
final class FileSplits implements DatasetSource {

    /** {@code datasets} looks at the first 10 MiB of the first file; this many documents are about as much. */
    private static final int LEADING_DOCUMENTS = 10_000;

    private final Map<String, List<Path>> files;
    private final TableFile kind;

    /** Takes the files of each split, in an order that matters, and what kind they are of. */
    FileSplits(Map<String, List<Path>> files, TableFile kind) {
        this.files = new LinkedHashMap<>(files);
        this.kind = kind;
    }

    @Override
    public Documents split(String name) {
        List<Path> own = files.get(name);
        if (own == null) {
            throw new DatasetException(
                    "There is no file for the split '" + name + "', only for " + files.keySet() + "; add it.");
        }
        List<Doc> docs = new ArrayList<>();
        List<String> hashes = new ArrayList<>();
        Shape shape = new Shape(kind.rules());
        for (Path file : own) {
            hashes.add(read(file, docs, shape));
        }
        if (docs.isEmpty()) {
            throw new DatasetException("There is no document in " + own + "; a task needs at least one.");
        }
        Struct type = MixedValues.marked(type(name, shape));
        docs.replaceAll(doc -> doc.withColumns(type.row(doc.columns())));
        return new Documents(docs, Documents.hashOf(hashes));
    }

    private String read(Path file, List<Doc> docs, Shape shape) {
        String place = file.toString();
        return TextFile.readHashed(file, text -> {
                    kind.read(text, file, (row, line) -> {
                        shape.see(row);
                        return docs.add(Doc.of(row, place, line));
                    });
                    return docs;
                })
                .sha256();
    }

    private Struct type(String name, Shape shape) {
        Map.Entry<String, List<Path>> first = files.entrySet().iterator().next();
        return first.getKey().equals(name)
                ? shape.struct()
                : LeadingType.cast(beginning(first.getValue().get(0)).struct(), shape.struct());
    }

    private Shape beginning(Path file) {
        Shape shape = new Shape(kind.rules());
        int[] seen = {0};
        return TextFile.readBeginning(file, text -> {
            kind.read(text, file, (row, line) -> {
                shape.see(row);
                return ++seen[0] < LEADING_DOCUMENTS;
            });
            return shape;
        });
    }
}
