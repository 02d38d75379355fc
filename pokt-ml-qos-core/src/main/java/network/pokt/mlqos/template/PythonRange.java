package network.pokt.mlqos.template;

import java.util.AbstractList;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** A {@code range}: numbers that are computed when they are asked for. Immutable. */
final class PythonRange extends AbstractList<@Nullable Object> implements RandomAccess, Typed {

    private final long start;
    private final long stop;
    private final long step;
    private final int size;

    PythonRange(long start, long stop, long step, int size) {
        this.start = start;
        this.stop = stop;
        this.step = step;
        this.size = size;
    }

    long start() {
        return start;
    }

    long stop() {
        return stop;
    }

    long step() {
        return step;
    }

    @Override
    public Object get(int index) {
        return start + index * step;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public String typeName() {
        return "range";
    }
}
