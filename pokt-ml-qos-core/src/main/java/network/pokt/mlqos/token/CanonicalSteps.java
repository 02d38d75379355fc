package network.pokt.mlqos.token;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One form for the steps of a tokenizer that mean the same: what older versions of {@code tokenizers} leave out is filled
 * in with its default, what newer ones renamed gets its new name, and a sequence of one step is that step.
 */
final class CanonicalSteps {

    private static final Set<String> LISTS = Set.of("normalizers", "pretokenizers", "processors", "decoders");

    /** Options with their defaults, by type of step. */
    private static final Map<String, Map<String, Object>> DEFAULTS = Map.of(
            "ByteLevel",
            Map.of("add_prefix_space", true, "trim_offsets", true, "use_regex", true),
            "Metaspace",
            Map.of("replacement", "\u2581", "prepend_scheme", "always", "split", true),
            "Split",
            Map.of("behavior", "Isolated", "invert", false),
            "Digits",
            Map.of("individual_digits", false),
            "Punctuation",
            Map.of("behavior", "Isolated"),
            "BertNormalizer",
            Map.of("clean_text", true, "handle_chinese_chars", true, "lowercase", true),
            "RobertaProcessing",
            Map.of("trim_offsets", true, "add_prefix_space", true),
            "WordPiece",
            Map.of("prefix", "##", "cleanup", true));

    private CanonicalSteps() {}

    static JsonNode of(JsonNode step) {
        for (String list : LISTS) {
            if (step.path(list).isArray()) {
                return sequence(step, list);
            }
        }
        if (!(step instanceof ObjectNode object)) {
            return step;
        }
        ObjectNode canonical = object.deepCopy();
        String type = step.path("type").asString("");
        if (type.equals("Metaspace")) {
            renameSpaces(canonical);
        }
        DEFAULTS.getOrDefault(type, Map.of()).forEach((name, value) -> {
            if (canonical.path(name).isMissingNode() || canonical.path(name).isNull()) {
                canonical.set(name, JsonMapper.shared().valueToTree(value));
            }
        });
        return canonical;
    }

    private static JsonNode sequence(JsonNode step, String list) {
        ArrayNode steps = JsonMapper.shared().createArrayNode();
        step.path(list).forEach(inner -> steps.add(of(inner)));
        if (steps.isEmpty()) {
            return NullNode.getInstance();
        }
        if (steps.size() == 1) {
            return steps.path(0);
        }
        return JsonMapper.shared().createObjectNode().put("type", "Sequence").set("steps", steps);
    }

    /** Before version 0.15 a flag said what a scheme says now, and the replacement was there twice. */
    private static void renameSpaces(ObjectNode metaspace) {
        JsonNode flag = metaspace.path("add_prefix_space");
        if (metaspace.path("prepend_scheme").isMissingNode() && flag.isBoolean()) {
            metaspace.put("prepend_scheme", flag.asBoolean() ? "always" : "never");
        }
        metaspace.remove("add_prefix_space");
        metaspace.remove("str_rep");
    }
}
