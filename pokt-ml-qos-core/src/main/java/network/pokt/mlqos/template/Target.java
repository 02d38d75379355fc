package network.pokt.mlqos.template;

import java.util.List;
import network.pokt.mlqos.template.TemplateException.Kind;
import org.jspecify.annotations.Nullable;

/** What a value is assigned to. Immutable. */
sealed interface Target {

    void assign(@Nullable Object value, Frame frame);

    /** {@code name} */
    record Variable(String name) implements Target {

        @Override
        public void assign(@Nullable Object value, Frame frame) {
            frame.set(name, value);
        }
    }

    /** {@code namespace.attribute} */
    record NamespaceAttribute(String namespace, String attribute) implements Target {

        @Override
        public void assign(@Nullable Object value, Frame frame) {
            if (!(frame.get(namespace) instanceof Namespace owner)) {
                throw new TemplateException(
                        Kind.TYPE,
                        "'" + namespace
                                + "' is no namespace, so its attributes cannot be set; make it one with namespace().");
            }
            owner.set(attribute, value);
        }
    }

    /** {@code first, second} */
    record Unpacking(List<Target> targets) implements Target {

        @Override
        public void assign(@Nullable Object value, Frame frame) {
            List<@Nullable Object> elements = Values.elements(value, frame.meter());
            if (elements.size() != targets.size()) {
                throw new TemplateException(
                        Kind.VALUE,
                        elements.size() + " elements cannot be unpacked into " + targets.size()
                                + " names; give as many.");
            }
            for (int i = 0; i < targets.size(); i++) {
                targets.get(i).assign(elements.get(i), frame);
            }
        }
    }
}
