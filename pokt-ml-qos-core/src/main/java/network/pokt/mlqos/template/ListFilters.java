package network.pokt.mlqos.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import network.pokt.mlqos.template.TemplateException.Kind;
import org.jspecify.annotations.Nullable;

/** The filters of Jinja that take elements and return elements. */
final class ListFilters {

    /** Comparisons per element that sorting is charged with: the logarithm of as many elements as a rendering can hold. */
    private static final int SORTING = 20;

    static final Builtins TABLE = new Builtins()
            .add("length", "value", call -> Values.length(call.value(0)))
            .alias("count", "length")
            .add("list", "value", call -> new ArrayList<>(call.elements(0)))
            .add("first", "seq", ListFilters::first)
            .add("last", "seq", ListFilters::last)
            .add("reverse", "value", ListFilters::reverse)
            .add("items", "value", ListFilters::items)
            .add("batch", "value, linecount, fill_with=None", ListFilters::batch)
            .add("sort", "value, reverse=False, case_sensitive=False, attribute=None", ListFilters::sort)
            .add("dictsort", "value, case_sensitive=False, by='key', reverse=False", ListFilters::dictSort)
            .add("unique", "value, case_sensitive=False, attribute=None", ListFilters::unique)
            .add("min", "value, case_sensitive=False, attribute=None", call -> extreme(call, "<"))
            .add("max", "value, case_sensitive=False, attribute=None", call -> extreme(call, ">"))
            .add("sum", "iterable, attribute=None, start=0", ListFilters::sum)
            .add("map", "value, *args, **kwargs", ListFilters::map)
            .add("select", "value, *args, **kwargs", call -> choose(call, 0, true))
            .add("reject", "value, *args, **kwargs", call -> choose(call, 0, false))
            .add("selectattr", "value, *args, **kwargs", call -> choose(call, 1, true))
            .add("rejectattr", "value, *args, **kwargs", call -> choose(call, 1, false));

    private ListFilters() {}

    private static @Nullable Object first(Call call) {
        Iterator<@Nullable Object> elements = Values.iterator(call.value(0), call.meter());
        return elements.hasNext() ? elements.next() : none(call);
    }

    private static @Nullable Object last(Call call) {
        if (call.value(0) instanceof Generator) {
            throw call.unsuited(0);
        }
        List<@Nullable Object> elements = call.elements(0);
        return elements.isEmpty() ? none(call) : elements.get(elements.size() - 1);
    }

    private static Undefined none(Call call) {
        return call.run().undefined("There is no such element, the sequence is empty; test it first.");
    }

    private static Object reverse(Call call) {
        if (call.value(0) instanceof String text) {
            return Slices.slice(text, null, null, -1L, call.meter());
        }
        List<@Nullable Object> reversed = new ArrayList<>(call.elements(0));
        Collections.reverse(reversed);
        return call.value(0) instanceof Generator ? reversed : new Generator(reversed);
    }

    private static Generator items(Call call) {
        if (call.value(0) instanceof Undefined) {
            return new Generator(List.of());
        }
        return new Generator(Methods.items(dict(call), call.meter()));
    }

    private static Map<?, ?> dict(Call call) {
        if (call.value(0) instanceof Map<?, ?> dict) {
            return dict;
        }
        throw call.unsuited(0);
    }

    private static Generator batch(Call call) {
        int size = call.integer(1);
        if (size < 1) {
            throw call.invalid("got " + size + " elements per batch; give a positive number");
        }
        List<@Nullable Object> elements = call.elements(0);
        List<@Nullable Object> batches = new ArrayList<>();
        for (int start = 0; start < elements.size(); start += size) {
            int end = (int) Math.min(elements.size(), (long) start + size);
            List<@Nullable Object> batch = new ArrayList<>(elements.subList(start, end));
            if (!call.isNone(2)) {
                call.meter().spendElements(size);
                batch.addAll(Collections.nCopies(size - batch.size(), call.value(2)));
            }
            batches.add(batch);
        }
        return new Generator(batches);
    }

    private static Object sort(Call call) {
        List<AttributePath> paths = AttributePath.listOf(call.value(3));
        boolean caseSensitive = call.truth(2);
        List<Keyed> keyed = new ArrayList<>();
        for (Object element : call.elements(0)) {
            List<@Nullable Object> key = new ArrayList<>(paths.size());
            paths.forEach(path -> key.add(path.keyOf(element, caseSensitive, call.run())));
            keyed.add(new Keyed(key, element));
        }
        return sorted(keyed, call.truth(1), call.meter());
    }

    private static Object dictSort(Call call) {
        if (!"key".equals(call.value(2)) && !"value".equals(call.value(2))) {
            throw call.invalid("sorts by 'key' or 'value' only; give one of them");
        }
        AttributePath path = AttributePath.of("key".equals(call.value(2)) ? 0L : 1L);
        boolean caseSensitive = call.truth(1);
        List<Keyed> keyed = new ArrayList<>();
        for (Object item : Methods.items(dict(call), call.meter())) {
            keyed.add(new Keyed(path.keyOf(item, caseSensitive, call.run()), item));
        }
        return sorted(keyed, call.truth(3), call.meter());
    }

    private record Keyed(@Nullable Object key, @Nullable Object element) {}

    private static List<@Nullable Object> sorted(List<Keyed> keyed, boolean reverse, Meter meter) {
        meter.spendElements((long) keyed.size() * SORTING);
        Comparator<Keyed> order = (a, b) -> order(a.key, b.key, meter);
        keyed.sort(reverse ? order.reversed() : order);
        List<@Nullable Object> sorted = new ArrayList<>(keyed.size());
        keyed.forEach(entry -> sorted.add(entry.element));
        return sorted;
    }

    /** Python leaves open where NaN is sorted to; Java must have it somewhere: at the end. */
    private static int order(@Nullable Object a, @Nullable Object b, Meter meter) {
        int order = Comparisons.order(a, b, "<", meter);
        return order == Comparisons.UNORDERED ? Boolean.compare(isNan(a), isNan(b)) : order;
    }

    private static boolean isNan(@Nullable Object value) {
        return value instanceof Double number && Double.isNaN(number);
    }

    private static Generator unique(Call call) {
        AttributePath path = AttributePath.of(call.value(2));
        Set<Object> seen = new HashSet<>();
        List<@Nullable Object> unique = new ArrayList<>();
        for (Object element : call.elements(0)) {
            if (seen.add(Dicts.hashable(path.keyOf(element, call.truth(1), call.run()), call.meter()))) {
                unique.add(element);
            }
        }
        return new Generator(unique);
    }

    private static @Nullable Object extreme(Call call, String operator) {
        List<@Nullable Object> elements = call.elements(0);
        if (elements.isEmpty()) {
            return none(call);
        }
        AttributePath path = AttributePath.of(call.value(2));
        int wanted = operator.equals("<") ? -1 : 1;
        Object best = elements.get(0);
        Object bestKey = path.keyOf(best, call.truth(1), call.run());
        for (Object element : elements.subList(1, elements.size())) {
            Object key = path.keyOf(element, call.truth(1), call.run());
            if (Comparisons.order(key, bestKey, operator, call.meter()) == wanted) {
                best = element;
                bestKey = key;
            }
        }
        return best;
    }

    private static @Nullable Object sum(Call call) {
        AttributePath path = AttributePath.of(call.value(1));
        Object sum = call.value(2);
        if (sum instanceof String) {
            throw call.unsuited(2);
        }
        for (Object element : call.elements(0)) {
            sum = Arithmetic.add(sum, path.follow(element, call.run()), call.meter());
        }
        return sum;
    }

    private static Generator map(Call call) {
        List<@Nullable Object> mapped = new ArrayList<>();
        if (!call.truth(0)) {
            return new Generator(mapped);
        }
        List<@Nullable Object> rest = call.rest(1);
        Map<String, @Nullable Object> named = call.namedRest(2);
        if (rest.isEmpty() && named.containsKey("attribute")) {
            Parameters.of("attribute, default=None").check("map", 0, named.keySet());
            AttributePath path = AttributePath.of(named.get("attribute"), named.get("default"));
            call.elements(0).forEach(element -> mapped.add(path.follow(element, call.run())));
            return new Generator(mapped);
        }
        if (rest.isEmpty()) {
            throw call.invalid("lacks the name of a filter; give one, or an attribute");
        }
        Builtin filter = named(rest.get(0), "filter", call.run().filters());
        Arguments arguments = new Arguments(rest.subList(1, rest.size()), named);
        for (Object element : call.elements(0)) {
            mapped.add(filter.call(arguments.behind(element), call.run()));
        }
        return new Generator(mapped);
    }

    /** Keeps the elements that pass a test; behind {@code attributes} arguments, which are 1 or 0, its name is given. */
    private static Generator choose(Call call, int attributes, boolean wanted) {
        List<@Nullable Object> chosen = new ArrayList<>();
        if (!call.truth(0)) {
            return new Generator(chosen);
        }
        List<@Nullable Object> rest = call.rest(1);
        if (rest.size() < attributes) {
            throw call.invalid("lacks the name of an attribute; give one");
        }
        AttributePath path = AttributePath.of(attributes == 1 ? rest.get(0) : null);
        boolean truth = rest.size() == attributes;
        Builtin test = truth ? null : named(rest.get(attributes), "test", Tests.TABLE);
        Arguments arguments =
                new Arguments(truth ? List.of() : rest.subList(attributes + 1, rest.size()), call.namedRest(2));
        for (Object element : call.elements(0)) {
            Object value = path.follow(element, call.run());
            Object passed = test == null ? value : test.call(arguments.behind(value), call.run());
            if (Values.truth(passed) == wanted) {
                chosen.add(element);
            }
        }
        return new Generator(chosen);
    }

    private static Builtin named(@Nullable Object name, String what, Builtins table) {
        Builtin builtin = name instanceof String text ? table.find(text) : null;
        if (builtin == null) {
            throw new TemplateException(
                    Kind.UNSUPPORTED,
                    "There is no " + what + " named " + PythonRepr.repr(name) + "; use one that there is.");
        }
        return builtin;
    }
}
