package network.pokt.mlqos.lmeh.form;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one filter pipeline made of the answers to one document.
 *
 * @param pipeline the pipeline's name
 * @param filtered what it left, one for each request
 * @param items what the document contributes to each metric, by name; null for one that it has no part in
 */
public record Judgement(String pipeline, List<@Nullable Object> filtered, Map<String, @Nullable Object> items) {}
