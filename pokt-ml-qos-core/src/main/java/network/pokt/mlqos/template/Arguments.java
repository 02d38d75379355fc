package network.pokt.mlqos.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a function is called with.
 *
 * @param positional the arguments without a name
 * @param named the arguments with a name
 */
record Arguments(List<@Nullable Object> positional, Map<String, @Nullable Object> named) {

    /** Returns these arguments behind another one. */
    Arguments behind(@Nullable Object first) {
        List<@Nullable Object> all = new ArrayList<>(positional.size() + 1);
        all.add(first);
        all.addAll(positional);
        return new Arguments(all, named);
    }
}
