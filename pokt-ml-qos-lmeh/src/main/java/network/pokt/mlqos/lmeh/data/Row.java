package network.pokt.mlqos.lmeh.data;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values by name in a fixed order: an unmodifiable map that costs an array, since its names are shared. */
final class Row extends AbstractMap<String, @Nullable Object> {

    private final Layout layout;
    private final @Nullable Object[] values;

    /** Takes the array over; it has one value for each name. */
    Row(Layout layout, @Nullable Object[] values) {
        this.layout = layout;
        this.values = values;
    }

    Layout layout() {
        return layout;
    }

    @Nullable
    Object at(int position) {
        return values[position];
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return layout.position(name) >= 0;
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        int position = layout.position(name);
        return position < 0 ? null : values[position];
    }

    @Override
    public Set<Map.Entry<String, @Nullable Object>> entrySet() {
        return new Entries();
    }

    private final class Entries extends AbstractSet<Map.Entry<String, @Nullable Object>> {

        @Override
        public int size() {
            return values.length;
        }

        @Override
        public Iterator<Map.Entry<String, @Nullable Object>> iterator() {
            return new Iterator<>() {

                private int next;

                @Override
                public boolean hasNext() {
                    return next < values.length;
                }

                @Override
                public Map.Entry<String, @Nullable Object> next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    Object value = values[next];
                    return new SimpleImmutableEntry<>(layout.name(next++), value);
                }
            };
        }
    }
}
