package network.pokt.mlqos.template;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The variable {@code loop}: where a {@code for} stands. It looks ahead only when it is asked for what comes. */
final class LoopState implements Attributed, Typed {

    private static final Parameters ANY = Parameters.of("self, *args");
    private static final Builtin CYCLE = new Builtin("cycle", ANY, LoopState::cycle);
    private static final Builtin CHANGED = new Builtin("changed", ANY, LoopState::changed);
    private static final Object NONE = new Object();

    private Iterator<@Nullable Object> rest;
    private long length;
    private long index0 = -1;
    private @Nullable Object previous = NONE;
    private @Nullable Object current = NONE;
    private @Nullable Object next = NONE;
    private @Nullable Object watched = NONE;

    /** A loop over elements of which the number is {@code length}, or is not known yet if that is negative. */
    LoopState(Iterator<@Nullable Object> elements, long length) {
        this.rest = elements;
        this.length = length;
    }

    /** Goes on to the next element; returns whether there is one. */
    boolean advance() {
        Object element = peek();
        if (element == NONE) {
            return false;
        }
        previous = current;
        current = element;
        next = NONE;
        index0++;
        return true;
    }

    @Nullable
    Object current() {
        return current;
    }

    private @Nullable Object peek() {
        if (next == NONE && rest.hasNext()) {
            next = rest.next();
        }
        return next;
    }

    long length() {
        if (length < 0) {
            List<@Nullable Object> remaining = new ArrayList<>();
            rest.forEachRemaining(remaining::add);
            rest = remaining.iterator();
            length = index0 + 1 + remaining.size() + (next == NONE ? 0 : 1);
        }
        return length;
    }

    @Override
    public @Nullable Object attribute(String name, Run run) {
        return switch (name) {
            case "index" -> index0 + 1;
            case "index0" -> index0;
            case "revindex" -> length() - index0;
            case "revindex0" -> length() - index0 - 1;
            case "first" -> index0 == 0;
            case "last" -> peek() == NONE;
            case "length" -> length();
            case "depth" -> 1L;
            case "depth0" -> 0L;
            case "previtem" -> defined(previous, "previous", run);
            case "nextitem" -> defined(peek(), "next", run);
            case "cycle" -> new BoundMethod(this, CYCLE);
            case "changed" -> new BoundMethod(this, CHANGED);
            default -> Lookup.NOTHING;
        };
    }

    private static @Nullable Object defined(@Nullable Object item, String which, Run run) {
        return item == NONE ? run.undefined("There is no " + which + " item; test it with 'is defined'.") : item;
    }

    private static @Nullable Object cycle(Call call) {
        List<@Nullable Object> values = call.rest(1);
        if (values.isEmpty()) {
            throw call.invalid("has no values to cycle through; give some");
        }
        return values.get((int) (self(call).index0 % values.size()));
    }

    private static boolean changed(Call call) {
        LoopState self = self(call);
        PythonTuple values = PythonTuple.of(call.rest(1));
        boolean changed = !Comparisons.equal(self.watched, values, call.meter());
        self.watched = values;
        return changed;
    }

    private static LoopState self(Call call) {
        if (call.value(0) instanceof LoopState self) {
            return self;
        }
        throw call.unsuited(0);
    }

    @Override
    public String typeName() {
        return "LoopContext";
    }
}
