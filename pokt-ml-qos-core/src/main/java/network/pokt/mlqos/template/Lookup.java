package network.pokt.mlqos.template;

import java.util.List;
import java.util.Map;
import network.pokt.mlqos.template.TemplateException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Jinja's two ways into a value: {@code owner.name} prefers an attribute of the Python object, {@code owner[key]} an element.
 * Each falls back to the other, and to an undefined value at last.
 */
final class Lookup {

    /** What the ways return that found nothing, since null is a value. */
    static final Object NOTHING = new Object();

    private Lookup() {}

    /** Returns {@code owner.name}. */
    static @Nullable Object attribute(@Nullable Object owner, String name, Run run) {
        if (owner instanceof Undefined undefined) {
            throw undefined.error();
        }
        Object found = member(owner, name, run);
        if (found == NOTHING) {
            found = element(owner, name, run);
        }
        return found == NOTHING ? missing(owner, name, run) : found;
    }

    /** Returns {@code owner[key]}. */
    static @Nullable Object item(@Nullable Object owner, @Nullable Object key, Run run) {
        if (owner instanceof Undefined undefined) {
            throw undefined.error();
        }
        Object found = element(owner, key, run);
        if (found == NOTHING && key instanceof String name) {
            found = member(owner, name, run);
        }
        return found == NOTHING ? missing(owner, key, run) : found;
    }

    /** Returns what {@code getattr} finds: a method, or an attribute of a value that has some. */
    private static @Nullable Object member(@Nullable Object owner, String name, Run run) {
        if (owner instanceof Attributed attributed) {
            return attributed.attribute(name, run);
        }
        Builtin method = Methods.find(owner, name);
        if (method != null) {
            return new BoundMethod(owner, method);
        } else if (Methods.changes(owner, name)) {
            return run.forbidden("Templates do not change values, so '" + name + "' of a " + Values.typeName(owner)
                    + " is not to be had; build a new value with 'set'.");
        } else if (Methods.isUnsupported(owner, name)) {
            throw new TemplateException(
                    Kind.UNSUPPORTED, "The method '" + name + "' is not supported; use a filter or another method.");
        }
        return NOTHING;
    }

    private static @Nullable Object element(@Nullable Object owner, @Nullable Object key, Run run) {
        if (owner instanceof Map<?, ?> map) {
            return entry(map, key, run);
        } else if (!Integers.isInteger(key) || !Integers.isSmall(key)) {
            return NOTHING;
        }
        long index = Integers.small(key);
        if (owner instanceof List<?> list && !(owner instanceof DictView)) {
            long fromStart = index < 0 ? index + list.size() : index;
            return fromStart >= 0 && fromStart < list.size() ? list.get((int) fromStart) : NOTHING;
        } else if (owner instanceof String text) {
            run.meter().spend(text.length());
            int length = CodePoints.length(text);
            long fromStart = index < 0 ? index + length : index;
            return fromStart >= 0 && fromStart < length ? CodePoints.at(text, (int) fromStart) : NOTHING;
        }
        return NOTHING;
    }

    private static @Nullable Object entry(Map<?, ?> map, @Nullable Object key, Run run) {
        boolean hashable = Dicts.hashableOrNull(key, run.meter()) != null;
        Map.Entry<?, ?> entry = hashable ? Dicts.find(map, key, run.meter()) : null;
        return entry == null ? NOTHING : entry.getValue();
    }

    private static Undefined missing(@Nullable Object owner, @Nullable Object key, Run run) {
        return run.undefined("A value of type '" + Values.typeName(owner) + "' has no " + describe(key)
                + "; check its name or test it with 'is defined'.");
    }

    private static String describe(@Nullable Object key) {
        if (key instanceof String name) {
            return "attribute '" + Texts.abbreviated(name) + "'";
        }
        boolean index = Integers.isInteger(key) && Integers.isSmall(key);
        return index ? "element " + Integers.small(key) : "element for a key of type '" + Values.typeName(key) + "'";
    }
}
