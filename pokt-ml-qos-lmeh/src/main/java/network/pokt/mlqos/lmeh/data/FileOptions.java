package network.pokt.mlqos.lmeh.data;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Options of the builders of {@code datasets}; those that are not known are refused, since they may change documents. */
final class FileOptions {

    /** {@code csv.QUOTE_NONE} of Python. */
    private static final int QUOTE_NONE = 3;

    private static final Set<String> OF_ALL = Set.of("data_files", "data_dir", "revision", "encoding");

    private FileOptions() {}

    /** Returns the builder for a file by the ending of its name. */
    static String builderOf(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        String plain = name.endsWith(".gz") ? name.substring(0, name.length() - ".gz".length()) : name;
        String ending = plain.substring(plain.lastIndexOf('.') + 1);
        return switch (ending) {
            case "jsonl", "json", "ndjson" -> "json";
            case "csv", "tsv" -> "csv";
            case "txt" -> "text";
            default -> ending;
        };
    }

    static TableFile json(Map<String, ?> options) {
        requireKnown(options, "field");
        return new JsonFile(options.get("field") instanceof String field ? field : null);
    }

    static TableFile text(Map<String, ?> options) {
        requireKnown(options);
        return new TextLines();
    }

    static TableFile csv(Map<String, ?> options) {
        requireKnown(options, "sep", "delimiter", "header", "names", "column_names", "quoting", "quotechar");
        Object separator = options.get("delimiter") == null ? options.get("sep") : options.get("delimiter");
        Object names = options.get("column_names") == null ? options.get("names") : options.get("column_names");
        boolean quotes = !(options.get("quoting") instanceof Number quoting && quoting.intValue() == QUOTE_NONE);
        return new CsvFile(
                character(separator, ',', "delimiter"),
                quotes ? character(options.get("quotechar"), '"', "quotechar") : -1,
                names(names),
                header(options, names != null));
    }

    private static boolean header(Map<String, ?> options, boolean named) {
        Object header = options.containsKey("header") ? options.get("header") : "infer";
        if (header == null) {
            return false;
        } else if (header.equals("infer")) {
            return !named;
        } else if (header instanceof Number number && number.intValue() == 0) {
            return true;
        }
        throw new DatasetException(
                "The header of a CSV file is the first line or none, got " + header + "; use 0, null or infer.");
    }

    private static List<String> names(@Nullable Object names) {
        return names instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static char character(@Nullable Object value, char fallback, String option) {
        if (value == null) {
            return fallback;
        } else if (value instanceof String text && text.length() == 1) {
            return text.charAt(0);
        }
        throw new DatasetException(
                "The " + option + " of a CSV file is one character, got '" + value + "'; change it.");
    }

    private static void requireKnown(Map<String, ?> options, String... known) {
        Set<String> unknown = new HashSet<>(options.keySet());
        unknown.removeAll(OF_ALL);
        unknown.removeAll(Set.of(known));
        unknown.removeIf(DatasetsBuilder::isWithoutEffect);
        if (!unknown.isEmpty()) {
            throw new DatasetException("The dataset options " + unknown
                    + " are not known; leave them out, or convert the files to JSON lines without need of them.");
        }
        Object encoding = options.get("encoding");
        if (encoding != null
                && !encoding.toString()
                        .toLowerCase(Locale.ROOT)
                        .replace("_", "-")
                        .startsWith("utf-8")) {
            throw new DatasetException("Files are read as UTF-8, got the encoding " + encoding + "; convert them.");
        }
    }
}
