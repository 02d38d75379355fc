package network.pokt.mlqos.relay.supplier.stake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A place in a file that may hold a value; what it cannot be read as is noted as a problem. */
record YamlField(String path, int line, @Nullable Node node, Problems problems) {

    boolean present() {
        return node != null && !(node instanceof ScalarNode scalar && isNull(scalar));
    }

    private static boolean isNull(ScalarNode scalar) {
        return scalar.isPlain()
                && (scalar.getValue().isEmpty() || scalar.getValue().matches("~|null|Null|NULL"));
    }

    /** Notes the absence of a required field. */
    YamlField required() {
        if (!present()) {
            error("is missing, add it");
        }
        return this;
    }

    void error(String reason) {
        problems.error(line, path, reason);
    }

    void advice(String reason) {
        problems.advice(line, path, reason);
    }

    /** Returns the value by that rule; the default if there is none or it breaks the rule, which is noted. */
    <T> T or(T fallback, Function<String, T> rule) {
        T value = read(rule);
        return value == null ? fallback : value;
    }

    /** Returns the value by that rule; null if there is none or it breaks the rule, which is noted. */
    <T> @Nullable T read(Function<String, T> rule) {
        if (!present()) {
            return null;
        }
        if (!(node instanceof ScalarNode scalar)) {
            error("holds a list or a mapping where one value is due");
            return null;
        }
        try {
            return rule.apply(scalar.getValue());
        } catch (IllegalArgumentException e) {
            error(String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** Returns the items of a list; none if there is no list. */
    List<YamlField> items() {
        if (!present()) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            error("holds something else than a list, write its items with '- ' before each");
            return List.of();
        }
        List<YamlField> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(new YamlField(
                    path + "[" + items.size() + "]", item.getStartMark().getLine() + 1, item, problems));
        }
        return items;
    }

    /** Returns the values of a list by that rule, without those that break it. */
    <T> List<T> each(Function<String, T> rule) {
        List<T> values = new ArrayList<>();
        for (YamlField item : items()) {
            T value = item.read(rule);
            if (value != null) {
                values.add(value);
            } else if (!item.present()) {
                item.error("is empty, write a value or remove the item");
            }
        }
        return values;
    }

    /** Returns the mapping that stands here, an empty one if there is none. */
    YamlFields fields() {
        if (node instanceof MappingNode mapping) {
            return YamlFields.of(path, line, mapping, problems);
        }
        if (present()) {
            error("holds something else than a mapping, write 'name: value' lines below it");
        }
        return YamlFields.none(path, line, problems);
    }
}
