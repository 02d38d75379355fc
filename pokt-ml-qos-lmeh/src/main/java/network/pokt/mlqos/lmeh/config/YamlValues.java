package network.pokt.mlqos.lmeh.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import network.pokt.mlqos.template.PythonTuple;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Makes values of the nodes of one document, as PyYAML 6.0's safe constructor does. Not thread-safe. */
final class YamlValues {

    private static final String FUNCTION = "!function";

    private final Path folder;
    private final YamlLimits limits;
    private final IdentityHashMap<Node, Made> made = new IdentityHashMap<>();
    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private long values;

    /** A value and how many values are in it. */
    private record Made(@Nullable Object value, long size) {}

    YamlValues(Path folder, YamlLimits limits) {
        this.folder = folder;
        this.limits = limits;
    }

    @Nullable
    Object of(Node node) {
        Made known = made.get(node);
        if (known != null) {
            count(known.size(), node);
            return known.value();
        }
        if (!open.add(node)) {
            throw new Malformed("an alias inside of what it stands for", node);
        }
        long before = values;
        count(1, node);
        Object value;
        try {
            value = make(node);
        } catch (IllegalArgumentException e) {
            throw new Malformed(String.valueOf(e.getMessage()), node);
        }
        open.remove(node);
        made.put(node, new Made(value, values - before));
        return value;
    }

    private void count(long more, Node node) {
        values += more;
        if (values > limits.maxValues()) {
            throw new Malformed("more than " + limits.maxValues() + " values", node);
        }
    }

    private @Nullable Object make(Node node) {
        String tag = node.getTag().getValue();
        return switch (tag.startsWith(Tag.PREFIX) ? tag.substring(Tag.PREFIX.length()) : tag) {
            case "str" -> text(node);
            case "null" -> {
                text(node);
                yield null;
            }
            case "bool" -> YamlScalars.bool(text(node));
            case "int" -> YamlScalars.integer(text(node));
            case "float" -> YamlScalars.real(text(node));
            case "timestamp" -> YamlScalars.time(text(node));
            case "binary" -> YamlScalars.binary(text(node));
            case "seq" -> list(node);
            case "map" -> map(node);
            case "set" ->
                Collections.unmodifiableSet(new LinkedHashSet<>(map(node).keySet()));
            case "omap", "pairs" -> pairs(node);
            case FUNCTION -> new FunctionRef(folder, text(node));
            default -> throw new Malformed("the tag '" + tag + "', which no task file may have", node);
        };
    }

    private static String text(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw new Malformed("a list or mapping where a scalar is due", node);
    }

    private List<@Nullable Object> list(Node node) {
        List<@Nullable Object> list = new ArrayList<>();
        for (Node element : sequence(node)) {
            list.add(of(element));
        }
        return Collections.unmodifiableList(list);
    }

    private static List<Node> sequence(Node node) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        throw new Malformed("no list where one is due", node);
    }

    private Map<Object, @Nullable Object> map(Node node) {
        Map<Object, @Nullable Object> map = new LinkedHashMap<>();
        for (NodeTuple entry : flat(node, 0)) {
            map.put(key(entry.getKeyNode()), of(entry.getValueNode()));
        }
        return Collections.unmodifiableMap(map);
    }

    private Object key(Node node) {
        Object key = node.getTag().getValue().equals(Tag.PREFIX + "value") ? text(node) : of(node);
        if (key == null) {
            // Python has None for a key; no field of a task does, and Java's maps would lose it.
            throw new Malformed("a key that is null", node);
        } else if (key instanceof List<?> || key instanceof Map<?, ?> || key instanceof Set<?>) {
            throw new Malformed("a list or mapping for a key", node);
        }
        return key;
    }

    /** Returns the entries of a mapping with those that are merged into it by {@code <<} in front. */
    private List<NodeTuple> flat(Node node, int depth) {
        if (!(node instanceof MappingNode mapping)) {
            throw new Malformed("no mapping where one is due", node);
        } else if (depth > limits.maxDepth()) {
            throw new Malformed("mappings merged into each other more than " + limits.maxDepth() + " times", node);
        }
        List<NodeTuple> merged = new ArrayList<>();
        List<NodeTuple> own = new ArrayList<>();
        for (NodeTuple entry : mapping.getValue()) {
            if (!entry.getKeyNode().getTag().equals(Tag.MERGE)) {
                own.add(entry);
            } else if (entry.getValueNode() instanceof SequenceNode several) {
                List<Node> sources = new ArrayList<>(several.getValue());
                Collections.reverse(sources);
                for (Node source : sources) {
                    merged.addAll(flat(source, depth + 1));
                    count(merged.size(), source);
                }
            } else {
                merged.addAll(flat(entry.getValueNode(), depth + 1));
                count(merged.size(), node);
            }
        }
        merged.addAll(own);
        return merged;
    }

    private List<@Nullable Object> pairs(Node node) {
        List<@Nullable Object> pairs = new ArrayList<>();
        for (Node element : sequence(node)) {
            if (!(element instanceof MappingNode mapping) || mapping.getValue().size() != 1) {
                throw new Malformed("no mapping of one entry where one is due", element);
            }
            NodeTuple entry = mapping.getValue().get(0);
            pairs.add(PythonTuple.of(Arrays.asList(of(entry.getKeyNode()), of(entry.getValueNode()))));
        }
        return Collections.unmodifiableList(pairs);
    }

    /** Something in a document is wrong; the message is a phrase. */
    static final class Malformed extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient @Nullable Mark mark;

        Malformed(String message, Node node) {
            super(message);
            this.mark = node.getStartMark();
        }

        @Nullable
        Mark mark() {
            return mark;
        }
    }
}
