package network.pokt.mlqos.template;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Jinja's {@code namespace}: the one value that templates may change, by {@code {% set name.attribute = value %}}. */
final class Namespace implements Attributed, Typed {

    private final Map<@Nullable Object, @Nullable Object> attributes;

    Namespace(Map<@Nullable Object, @Nullable Object> attributes) {
        this.attributes = attributes;
    }

    Map<@Nullable Object, @Nullable Object> attributes() {
        return attributes;
    }

    void set(String name, @Nullable Object value) {
        attributes.put(name, value);
    }

    @Override
    public @Nullable Object attribute(String name, Run run) {
        return attributes.containsKey(name) ? attributes.get(name) : Lookup.NOTHING;
    }

    @Override
    public String typeName() {
        return "Namespace";
    }
}
