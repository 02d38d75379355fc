package network.pokt.mlqos.template;

import org.jspecify.annotations.Nullable;

/** A value that can be called. */
interface Invocable extends Typed {

    @Nullable
    Object call(Arguments arguments, Run run);
}
