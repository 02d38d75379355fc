package network.pokt.mlqos.lmeh.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that many rows share, so that each row keeps its values only. Immutable. */
final class Layout {

    /** Up to so many names are found as fast by looking at each. */
    private static final int FEW = 8;

    private final String[] names;
    private final Map<String, Integer> positions;

    private Layout(String[] names) {
        this.names = names;
        this.positions = new HashMap<>();
        for (int i = 0; i < names.length && names.length > FEW; i++) {
            positions.put(names[i], i);
        }
    }

    /** Returns the layout of these names, each of which occurs once. */
    static Layout of(List<String> names) {
        return new Layout(names.toArray(String[]::new));
    }

    int size() {
        return names.length;
    }

    String name(int position) {
        return names[position];
    }

    List<String> names() {
        return Arrays.asList(names);
    }

    /** Returns where a name stands, or -1. */
    int position(@Nullable Object name) {
        if (names.length > FEW) {
            return positions.getOrDefault(name, -1);
        }
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
