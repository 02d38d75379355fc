package network.pokt.mlqos.lmeh.natives;

import java.util.ArrayList;
import java.util.List;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.function.AggregationFunction;
import network.pokt.mlqos.lmeh.function.DocFunction;
import network.pokt.mlqos.lmeh.natives.NativeCatalog.Entries;
import org.jspecify.annotations.Nullable;

/** Parts of speech: the share of right tags, document by document, as far as both sides reach. */
final class TagAccuracy {

    private static final List<String> TAGS = List.of(
            "NOUN", "PUNCT", "ADP", "NUM", "SYM", "SCONJ", "ADJ", "PART", "DET", "CCONJ", "PROPN", "PRON", "X", "_",
            "ADV", "INTJ", "VERB", "AUX");

    private TagAccuracy() {}

    static void register(Entries entries) {
        String file = "afrobench/masakhapos/prompt_2/utils.py";
        entries.add(file + "#doc_to_target", (DocFunction) TagAccuracy::tags);
        entries.add(file + "#acc_score", (AggregationFunction) TagAccuracy::mean);
    }

    private static Object tags(Doc doc) {
        List<String> tags = new ArrayList<>();
        if (!(Columns.value(doc, "upos") instanceof List<?> numbers)) {
            throw doc.unfit("there is no list in the column upos");
        }
        for (Object number : numbers) {
            if (!(number instanceof Number tag) || tag.intValue() < 0 || tag.intValue() >= TAGS.size()) {
                throw doc.unfit("there is the tag " + number + ", which has no name");
            }
            tags.add(TAGS.get(tag.intValue()));
        }
        return tags;
    }

    /** A document without any tags on one side, on which scikit-learn fails, counts as wrong. */
    private static double mean(List<? extends @Nullable Object> items) {
        List<Double> accuracies = new ArrayList<>();
        Pairs.each(items, (gold, predicted) -> {
            List<?> right = gold instanceof List<?> list ? list : List.of();
            List<Object> given = new ArrayList<>();
            if (predicted instanceof List<?> lists) {
                lists.forEach(list -> given.addAll(list instanceof List<?> tags ? tags : List.of()));
            }
            int length = Math.min(right.size(), given.size());
            int same = 0;
            for (int i = 0; i < length; i++) {
                same += right.get(i).equals(given.get(i)) ? 1 : 0;
            }
            accuracies.add(length == 0 ? 0 : (double) same / length);
        });
        double sum = accuracies.stream().reduce(0.0, Double::sum);
        return accuracies.isEmpty() ? 0 : sum / accuracies.size();
    }
}
