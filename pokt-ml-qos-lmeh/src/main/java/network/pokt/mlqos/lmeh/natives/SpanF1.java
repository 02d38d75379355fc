package network.pokt.mlqos.lmeh.natives;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.function.AggregationFunction;
import network.pokt.mlqos.lmeh.function.DocFunction;
import network.pokt.mlqos.lmeh.natives.NativeCatalog.Entries;
import network.pokt.mlqos.python.PythonRegex;
import network.pokt.mlqos.python.PythonText;
import network.pokt.mlqos.template.PythonRepr;
import org.jspecify.annotations.Nullable;

/** Named entities: F1 over all entities of all documents, each a label and a text that must both agree. */
final class SpanF1 {

    private static final PythonRegex PUNCTUATION = PythonRegex.compile("[!\"$%&'()*+,-./:;<=>?[\\]^_`{|}~•@.\"\"-,`]+");
    private static final PythonRegex ARTICLE = PythonRegex.compile("\\b(a|an|the)\\b");
    private static final PythonRegex WIDE_SPACE = PythonRegex.compile("\\s{3,}|\\t");
    private static final PythonRegex SPACE = PythonRegex.compile("\\s+");

    /** Keeps divisions by zero away, as the reference does. */
    private static final double EPSILON = 1e-13;

    private SpanF1() {}

    static void register(Entries entries) {
        String file = "afrobench/masakhaner/prompt_2/utils.py";
        entries.add(file + "#span_f1_agg", (AggregationFunction) SpanF1::aggregate);
        entries.add(file + "#doc_to_target", (DocFunction) SpanF1::entities);
    }

    private record Span(String label, String entity) {}

    private static double aggregate(List<? extends @Nullable Object> items) {
        long[] counts = new long[3];
        Pairs.each(items, (gold, predicted) -> {
            List<Span> right = spans(gold);
            for (Span span : spans(predicted)) {
                counts[right.remove(span) ? 0 : 1]++;
            }
            counts[2] += right.size();
        });
        double precision = counts[0] / (counts[0] + counts[1] + EPSILON);
        double recall = counts[0] / (counts[0] + counts[2] + EPSILON);
        return 2 * (precision * recall / (precision + recall + EPSILON));
    }

    private static List<Span> spans(@Nullable Object tags) {
        String text = tags instanceof List<?> list
                ? String.join(
                        " ",
                        list.stream()
                                .map(tag -> PythonText.strip(PythonRepr.str(tag)))
                                .toList())
                : PythonRepr.str(tags);
        List<Span> spans = new ArrayList<>();
        for (String part : PythonText.strip(text).split("\\$", -1)) {
            if (part.isEmpty()) {
                continue;
            }
            for (String sentence : PythonText.strip(part).split("\\. ", -1)) {
                for (String item : sentence.split(", ", -1)) {
                    String[] halves = PythonText.strip(item).split(": ", -1);
                    if (halves.length == 2) {
                        spans.add(new Span(normalized(halves[0]), normalized(halves[1])));
                    }
                }
            }
        }
        return spans;
    }

    private static String normalized(String text) {
        String spaced = PUNCTUATION.replace(PythonText.strip(text), Integer.MAX_VALUE, match -> " ");
        spaced = ARTICLE.replace(spaced, Integer.MAX_VALUE, match -> " ");
        spaced = SPACE.replace(WIDE_SPACE.removeAll(spaced), Integer.MAX_VALUE, match -> " ");
        return PythonText.lower(spaced);
    }

    /** Joins the words of each entity; a line is a word and its tag in the way of BIO. */
    private static Object entities(Doc doc) {
        List<String> entities = new ArrayList<>();
        String entity = "";
        String label = "";
        for (String line : doc.text("ner_tags").split("\n", -1)) {
            if (line.isEmpty()) {
                continue;
            }
            String[] pair = PythonText.strip(line).split(": ", -1);
            if (pair.length != 2) {
                throw doc.unfit("there is a line without a word and a tag in the column ner_tags");
            }
            String tag = pair[1].toUpperCase(Locale.ROOT);
            String[] parts = tag.split("-", -1);
            String word = PythonText.strip(stripped(PythonText.lower(pair[0])));
            if (tag.startsWith("I-") && parts[1].equals(label)) {
                entity += word;
                continue;
            }
            if (!entity.isEmpty()) {
                entities.add(label + ": " + entity);
            }
            boolean begins = tag.startsWith("B-");
            if (begins || !entity.isEmpty()) {
                label = begins ? parts[1] : "";
                entity = begins ? word : "";
            }
        }
        if (!entity.isEmpty()) {
            entities.add(label + ": " + entity);
        }
        return String.join(" $$ ", entities);
    }

    private static String stripped(String word) {
        int start = 0;
        int end = word.length();
        while (start < end && ",.".indexOf(word.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && ",.".indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return word.substring(start, end);
    }
}
