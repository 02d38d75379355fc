package network.pokt.mlqos.template;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * A Python tuple: an unmodifiable list that Python prints in parentheses and never finds equal to a list. Among Java's lists it
 * is a list like any other. Immutable.
 */
public final class PythonTuple extends AbstractList<@Nullable Object> implements RandomAccess {

    private final List<@Nullable Object> elements;

    private PythonTuple(List<@Nullable Object> elements) {
        this.elements = elements;
    }

    /** Returns the tuple of these elements, copied. */
    public static PythonTuple of(List<? extends @Nullable Object> elements) {
        return new PythonTuple(new ArrayList<>(elements));
    }

    static PythonTuple pair(@Nullable Object first, @Nullable Object second) {
        List<@Nullable Object> elements = new ArrayList<>(2);
        elements.add(first);
        elements.add(second);
        return new PythonTuple(elements);
    }

    @Override
    public @Nullable Object get(int index) {
        return elements.get(index);
    }

    @Override
    public int size() {
        return elements.size();
    }
}
