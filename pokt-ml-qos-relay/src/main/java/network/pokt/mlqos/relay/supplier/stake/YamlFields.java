package network.pokt.mlqos.relay.supplier.stake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** A mapping of a file, by name, each field with its line. */
final class YamlFields {

    /** A configuration has some kilobytes and nests to 5. */
    private static final int MOST_CHARACTERS = 1 << 20;

    private static final int DEPTH = 20;

    private final String path;
    private final int line;
    private final Problems problems;
    private final Map<String, YamlField> fields = new LinkedHashMap<>();

    private YamlFields(String path, int line, Problems problems) {
        this.path = path;
        this.line = line;
        this.problems = problems;
    }

    /** Reads the one mapping of a file; what is no such file is noted and reads as an empty one. */
    static YamlFields read(String text, Problems problems) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARACTERS);
        options.setNestingDepthLimit(DEPTH);
        options.setAllowRecursiveKeys(false);
        try {
            StreamReader reader = new StreamReader(text);
            Node root = new Composer(new ParserImpl(reader, options), new Resolver(), options).getSingleNode();
            if (root instanceof MappingNode mapping) {
                return of("", 1, mapping, problems);
            }
            problems.error(1, "", "the file holds no fields, write 'name: value' lines");
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            problems.error(mark == null ? 1 : mark.getLine() + 1, "", "the YAML is malformed: " + e.getProblem());
        } catch (YAMLException e) {
            problems.error(1, "", "the YAML is malformed: " + e.getMessage());
        }
        return none("", 1, problems);
    }

    static YamlFields none(String path, int line, Problems problems) {
        return new YamlFields(path, line, problems);
    }

    static YamlFields of(String path, int line, MappingNode mapping, Problems problems) {
        YamlFields found = new YamlFields(path, line, problems);
        for (NodeTuple tuple : mapping.getValue()) {
            int at = tuple.getKeyNode().getStartMark().getLine() + 1;
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.error(at, path, "a field's name is a list or a mapping, write a plain name");
                continue;
            }
            YamlField field = new YamlField(found.pathOf(key.getValue()), at, tuple.getValueNode(), problems);
            if (found.fields.putIfAbsent(key.getValue(), field) != null) {
                field.error("stands here a second time, remove one");
            }
        }
        return found;
    }

    /** Notes every field of another name. */
    YamlFields only(String... names) {
        Set<String> known = new TreeSet<>(Set.of(names));
        fields.forEach((name, field) -> {
            if (!known.contains(name)) {
                field.error("is not known here, there is " + String.join(", ", known));
            }
        });
        return this;
    }

    /** Returns the field of that name; an absent one has the line of its mapping. */
    YamlField get(String name) {
        YamlField field = fields.get(name);
        return field != null ? field : new YamlField(pathOf(name), line, null, problems);
    }

    void forEach(BiConsumer<String, YamlField> action) {
        fields.forEach(action);
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    private String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
