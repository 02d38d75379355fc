package network.pokt.mlqos.lmeh.filter;

import java.util.ArrayList;
import java.util.List;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.python.PythonRegex;
import network.pokt.mlqos.python.PythonText;
import network.pokt.mlqos.template.PythonRepr;
import org.jspecify.annotations.Nullable;

/**
 * Puts named entities into one form, such as {@code per: ada $ loc: london}: the filter {@code format_span}.
 *
 * <p>Labels are recognised before a colon only; entities of one label may be listed with commas; {@code none} is no entity.
 */
record SpanFilter() implements ResponseFilter {

    /** What a label may be called, in the order in which they are replaced, and what it becomes. */
    private static final List<Label> LABELS = List.of(
            Label.of("person", "PER"),
            Label.of("location", "LOC"),
            Label.of("organization", "ORG"),
            Label.of("counties", "LOC"),
            Label.of("places", "LOC"),
            Label.of("people", "PER"),
            Label.of("persons", "PER"),
            Label.of("company", "ORG"),
            Label.of("country", "LOC"),
            Label.of("continent", "LOC"),
            Label.of("time", "DATE"),
            Label.of("date", "DATE"),
            Label.of("per", "PER"),
            Label.of("loc", "LOC"),
            Label.of("org", "ORG"));

    private static final PythonRegex ENTITIES = PythonRegex.compile("\\b(PER|LOC|ORG|DATE):\\s*([^$]+)");

    @Override
    public Object apply(List<? extends @Nullable Object> responses, Doc doc) {
        return responses.stream().map(SpanFilter::spans).toList();
    }

    private static String spans(@Nullable Object response) {
        if (!(response instanceof String given)) {
            throw new IllegalArgumentException("The filter 'format_span' takes texts, not " + PythonRepr.repr(response)
                    + "; put it before what makes other values of them.");
        }
        String text = PythonText.lower(given);
        for (Label label : LABELS) {
            text = label.regex.replace(text, Integer.MAX_VALUE, match -> label.name + ":");
        }
        text = withoutTrailingSigns(text.replace("$$", "$")).replace('\n', '$');
        List<String> spans = new ArrayList<>();
        for (List<String> match : ENTITIES.findAll(PythonText.strip(text))) {
            for (String entity : match.get(1).split(",", -1)) {
                String name = PythonText.strip(entity);
                if (!PythonText.lower(name).equals("none")) {
                    spans.add(PythonText.lower(match.get(0)) + ": " + name);
                }
            }
        }
        return String.join(" $ ", spans);
    }

    private static String withoutTrailingSigns(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '$') {
            end--;
        }
        return text.substring(0, end);
    }

    private record Label(PythonRegex regex, String name) {

        static Label of(String called, String name) {
            return new Label(PythonRegex.compile("\\b" + called + "\\s*:"), name);
        }
    }
}
