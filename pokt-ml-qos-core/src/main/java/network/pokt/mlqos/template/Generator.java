package network.pokt.mlqos.template;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Elements that can be had once, one after the other: what filters like {@code map} return. Mutable. */
final class Generator implements Typed {

    private final Iterator<@Nullable Object> elements;

    Generator(List<@Nullable Object> elements) {
        this.elements = elements.iterator();
    }

    Iterator<@Nullable Object> elements() {
        return elements;
    }

    @Override
    public String typeName() {
        return "generator";
    }
}
