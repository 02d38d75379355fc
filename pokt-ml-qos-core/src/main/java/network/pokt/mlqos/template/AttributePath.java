package network.pokt.mlqos.template;

import java.util.ArrayList;
import java.util.List;
import network.pokt.mlqos.python.PythonCase;
import network.pokt.mlqos.python.PythonText;
import org.jspecify.annotations.Nullable;

/** The keys that lead from an element to a part of it, such as {@code address.city} or {@code 0}. Immutable. */
final class AttributePath {

    /** No sequence has elements beyond. */
    private static final int MAX_INDEX_DIGITS = 10;

    private final List<@Nullable Object> keys;
    private final @Nullable Object otherwise;

    private AttributePath(List<@Nullable Object> keys, @Nullable Object otherwise) {
        this.keys = keys;
        this.otherwise = otherwise;
    }

    /** Returns the path that a filter is given as {@code attribute}: a text with dots, or a key; none for None. */
    static AttributePath of(@Nullable Object attribute) {
        return of(attribute, null);
    }

    /** Returns a path with a value that stands in, if it is not None, for what is undefined on the way. */
    static AttributePath of(@Nullable Object attribute, @Nullable Object otherwise) {
        List<@Nullable Object> keys = new ArrayList<>();
        if (attribute instanceof String path) {
            for (Object part : Texts.split(path, ".", -1)) {
                String key = (String) part;
                boolean index = key != null
                        && key.length() <= MAX_INDEX_DIGITS
                        && PythonCase.all(key, character -> character >= '0' && character <= '9');
                keys.add(index ? Integers.parse(key, 10) : key);
            }
        } else if (attribute != null) {
            keys.add(attribute);
        }
        return new AttributePath(keys, otherwise);
    }

    /** Returns the paths of a filter that takes several, parted by commas. */
    static List<AttributePath> listOf(@Nullable Object attribute) {
        List<AttributePath> paths = new ArrayList<>();
        if (attribute instanceof String list) {
            Texts.split(list, ",", -1).forEach(path -> paths.add(of(path)));
        } else {
            paths.add(of(attribute));
        }
        return paths;
    }

    @Nullable
    Object follow(@Nullable Object element, Run run) {
        Object value = element;
        for (Object key : keys) {
            value = Lookup.item(value, key, run);
            if (otherwise != null && value instanceof Undefined) {
                value = otherwise;
            }
        }
        return value;
    }

    /** Returns what the path leads to, in lower case if it is a text and case is not to count. */
    @Nullable
    Object keyOf(@Nullable Object element, boolean caseSensitive, Run run) {
        Object value = follow(element, run);
        if (caseSensitive || !(value instanceof String text)) {
            return value;
        }
        run.meter().spendText(text.length());
        return PythonText.lower(text);
    }
}
