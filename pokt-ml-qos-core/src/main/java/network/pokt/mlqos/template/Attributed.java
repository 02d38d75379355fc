package network.pokt.mlqos.template;

import org.jspecify.annotations.Nullable;

/** A value that has attributes of its own. */
interface Attributed {

    /** Returns an attribute, or {@link Lookup#NOTHING}. */
    @Nullable
    Object attribute(String name, Run run);
}
