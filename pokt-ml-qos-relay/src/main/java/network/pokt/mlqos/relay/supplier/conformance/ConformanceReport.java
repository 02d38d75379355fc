package network.pokt.mlqos.relay.supplier.conformance;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a conformance check found.
 *
 * @param node the node, as its id reads
 * @param items what was checked, in order
 * @param relays how many relays it took
 */
public record ConformanceReport(String node, List<ConformanceItem> items, int relays) {

    public ConformanceReport {
        items = List.copyOf(items);
    }

    /** Returns whether nothing failed; something may still be lacking. */
    public boolean conforms() {
        return items.stream().noneMatch(item -> item.verdict() == Verdict.FAILED);
    }

    /** Returns the item of that name. */
    public ConformanceItem item(String name) {
        return items.stream()
                .filter(item -> item.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No item '" + name + "' was checked, there are "
                        + items.stream().map(ConformanceItem::name).toList() + "."));
    }

    /** Returns 0 if everything is met, 1 if something is lacking or unknown, 2 if something failed. */
    public int exitCode() {
        if (!conforms()) {
            return 2;
        }
        return items.stream().allMatch(item -> item.verdict() == Verdict.MET) ? 0 : 1;
    }

    /** Returns the report as lines of text for people, remedies below the items that need one. */
    public String table() {
        int width = items.stream().mapToInt(item -> item.name().length()).max().orElse(0);
        StringBuilder table =
                new StringBuilder(node).append(", ").append(relays).append(" relays\n");
        for (ConformanceItem item : items) {
            String name = item.name() + " ".repeat(width - item.name().length());
            table.append(String.format("%-8s %s  %s%n", item.verdict(), name, item.finding()));
            if (!item.remedy().isEmpty()) {
                table.append(" ".repeat(width + 11))
                        .append("-> ")
                        .append(item.remedy())
                        .append(System.lineSeparator());
            }
        }
        return table.toString();
    }

    /** Returns the report as one JSON object: node, conforms, exit_code, relays and items. */
    public String json() {
        ObjectNode root = JsonNodeFactory.instance
                .objectNode()
                .put("node", node)
                .put("conforms", conforms())
                .put("exit_code", exitCode())
                .put("relays", relays);
        ArrayNode list = root.putArray("items");
        for (ConformanceItem item : items) {
            list.addObject()
                    .put("name", item.name())
                    .put("verdict", item.verdict().name())
                    .put("finding", item.finding())
                    .put("remedy", item.remedy());
        }
        return root.toString();
    }
}
