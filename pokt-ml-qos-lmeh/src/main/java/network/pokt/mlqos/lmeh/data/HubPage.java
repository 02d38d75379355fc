package network.pokt.mlqos.lmeh.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/**
 * What the hub says about a dataset, checked as it is read: it comes from outside.
 *
 * @param text the JSON that was answered
 * @param object what it says
 * @param what what was asked for, for messages
 */
record HubPage(String text, Map<?, ?> object, String what) {

    /** A split of a configuration. */
    record Split(String configuration, String name) {}

    static HubPage parse(String text, String what) {
        try (JsonParser parser = JsonValues.parser(text)) {
            parser.nextToken();
            if (new JsonValues().value(parser) instanceof Map<?, ?> object) {
                return new HubPage(text, object, what);
            }
            throw strange(what, "it is no JSON object", null);
        } catch (JacksonException | JsonValues.DuplicateNameException e) {
            throw strange(what, "it is no JSON", e);
        }
    }

    /** Returns whether only the beginning of the dataset is there, since it is too large for the service. */
    boolean isPartial() {
        return Boolean.TRUE.equals(object.get("partial"));
    }

    List<Split> splits() {
        List<Split> splits = new ArrayList<>();
        for (Object each : list(object, "splits")) {
            if (!(each instanceof Map<?, ?> split)) {
                throw strange(what, "a split is no object", null);
            }
            splits.add(new Split(text(split, "config"), text(split, "split")));
        }
        if (splits.isEmpty()) {
            throw strange(what, "there are none", null);
        }
        return splits;
    }

    Map<?, ?> features() {
        return map(map(object, "dataset_info"), "features");
    }

    int rowsOf(String split) {
        return number(map(map(map(object, "dataset_info"), "splits"), split), "num_examples");
    }

    int total() {
        return number(object, "num_rows_total");
    }

    /** Returns the rows, the first of which has number {@code offset}, none of them shortened. */
    List<Map<?, ?>> rows(int offset) {
        List<Map<?, ?>> rows = new ArrayList<>();
        for (Object each : list(object, "rows")) {
            if (!(each instanceof Map<?, ?> entry) || number(entry, "row_idx") != offset + rows.size()) {
                throw strange(what, "the rows are not the next ones", null);
            } else if (!list(entry, "truncated_cells").isEmpty()) {
                throw strange(what, "the row " + (offset + rows.size()) + " is shortened", null);
            }
            rows.add(map(entry, "row"));
        }
        return rows;
    }

    private Map<?, ?> map(Map<?, ?> parent, String name) {
        if (parent.get(name) instanceof Map<?, ?> map) {
            return map;
        }
        throw strange(what, "there is no object '" + name + "'", null);
    }

    private List<?> list(Map<?, ?> parent, String name) {
        if (parent.get(name) instanceof List<?> list) {
            return list;
        }
        throw strange(what, "there is no list '" + name + "'", null);
    }

    private String text(Map<?, ?> parent, String name) {
        if (parent.get(name) instanceof String text) {
            return text;
        }
        throw strange(what, "there is no text '" + name + "'", null);
    }

    private int number(Map<?, ?> parent, String name) {
        if (parent.get(name) instanceof Integer number && number >= 0) {
            return number;
        }
        throw strange(what, "there is no number '" + name + "'", null);
    }

    private static DatasetException strange(String what, String why, @Nullable Exception cause) {
        String message = "The hub's answer about " + what + " cannot be used, " + why
                + "; ask again later, or name a folder with a copy.";
        return cause == null ? new DatasetException(message) : new DatasetException(message, cause);
    }
}
