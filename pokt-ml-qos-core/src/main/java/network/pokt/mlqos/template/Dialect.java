package network.pokt.mlqos.template;

import java.util.List;
import network.pokt.mlqos.template.JsonText.Layout;
import network.pokt.mlqos.template.TemplateException.Kind;
import org.jspecify.annotations.Nullable;

/** Whose Jinja a template is written for: what those who render it have added. Immutable. */
final class Dialect {

    /** Jinja as lm-evaluation-harness runs it. */
    static final Dialect TASK = new Dialect(
            new Builtins()
                    .add("tojson", "value, indent=None", Dialect::htmlSafeJson)
                    .addAll(RegexFilter.TABLE),
            new Builtins());

    /** Jinja as transformers runs it for chat templates: in a sandbox, with loop controls and generation blocks. */
    static final Dialect CHAT = new Dialect(
            new Builtins()
                    .add(
                            "tojson",
                            "x, ensure_ascii=False, indent=None, separators=None, sort_keys=False",
                            call -> json(call, call.truth(1), 2, call.value(3), call.truth(4))),
            new Builtins()
                    .add("raise_exception", "message", Dialect::raise)
                    .add(
                            "strftime_now",
                            "format",
                            call -> TimeFormat.format(call.text(0), call.run().now())));

    private final Builtins filters;
    private final Builtins functions;

    private Dialect(Builtins ownFilters, Builtins ownFunctions) {
        this.filters = new Builtins()
                .addAll(TextFilters.TABLE)
                .addAll(ListFilters.TABLE)
                .addAll(NumberFilters.TABLE)
                .add("default", "value, default_value='', boolean=False", Dialect::orDefault)
                .alias("d", "default")
                .addAll(ownFilters);
        this.functions = new Builtins().addAll(Functions.TABLE).addAll(ownFunctions);
    }

    Builtins filters() {
        return filters;
    }

    Builtins functions() {
        return functions;
    }

    private static @Nullable Object orDefault(Call call) {
        boolean missing = call.value(0) instanceof Undefined || (call.truth(2) && !call.truth(0));
        return missing ? call.value(1) : call.value(0);
    }

    private static String htmlSafeJson(Call call) {
        return json(call, true, 1, null, true)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("'", "\\u0027");
    }

    private static String json(
            Call call, boolean asciiOnly, int indent, @Nullable Object separators, boolean sortKeys) {
        int width = call.value(indent) instanceof String || call.isNone(indent) ? 0 : Math.max(0, call.integer(indent));
        call.meter().spendText(width);
        String spaces = call.value(indent) instanceof String text ? text : " ".repeat(width);
        String margin = call.isNone(indent) ? null : spaces;
        String item = margin == null ? ", " : ",";
        String key = ": ";
        if (separators != null) {
            List<@Nullable Object> pair = Values.elements(separators, call.meter());
            if (pair.size() != 2 || !(pair.get(0) instanceof String first) || !(pair.get(1) instanceof String second)) {
                throw call.invalid("takes two texts as separators; give a pair such as (',', ':')");
            }
            item = first;
            key = second;
        }
        return JsonText.of(call.value(0), new Layout(asciiOnly, margin, item, key, sortKeys), call.meter());
    }

    private static @Nullable Object raise(Call call) {
        throw new TemplateException(Kind.RAISED, call.string(0));
    }
}
