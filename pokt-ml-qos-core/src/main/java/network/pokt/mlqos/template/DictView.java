package network.pokt.mlqos.template;

import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code keys()}, {@code values()} and {@code items()} of a dict return: elements without an order to index by. */
final class DictView extends AbstractList<@Nullable Object> implements Typed {

    private final String typeName;
    private final List<@Nullable Object> elements;

    DictView(String typeName, List<@Nullable Object> elements) {
        this.typeName = typeName;
        this.elements = elements;
    }

    @Override
    public @Nullable Object get(int index) {
        return elements.get(index);
    }

    @Override
    public int size() {
        return elements.size();
    }

    @Override
    public String typeName() {
        return typeName;
    }
}
