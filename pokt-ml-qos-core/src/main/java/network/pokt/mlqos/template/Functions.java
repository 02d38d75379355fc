package network.pokt.mlqos.template;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.template.TemplateException.Kind;
import org.jspecify.annotations.Nullable;

/** The functions of Jinja that any template can call. */
final class Functions {

    static final Builtins TABLE = new Builtins()
            .add("range", "start, stop=None, step=1, /", Functions::range)
            .add("dict", "*args, **kwargs", call -> dict(call).build())
            .add(
                    "namespace",
                    "*args, **kwargs",
                    call -> new Namespace(dict(call).build()));

    private Functions() {}

    private static PythonRange range(Call call) {
        BigInteger start = call.isNone(1) ? BigInteger.ZERO : integer(call, 0);
        BigInteger stop = integer(call, call.isNone(1) ? 0 : 1);
        BigInteger step = integer(call, 2);
        if (step.signum() == 0) {
            throw call.invalid("got a step of zero; give another");
        }
        BigInteger last = stop.subtract(BigInteger.valueOf(step.signum()));
        BigInteger steps = last.subtract(start).divide(step);
        boolean empty = step.signum() > 0 ? start.compareTo(stop) >= 0 : start.compareTo(stop) <= 0;
        BigInteger size = empty ? BigInteger.ZERO : steps.add(BigInteger.ONE);
        int limit = call.meter().maxRange();
        boolean fits = List.of(start, stop, step).stream().allMatch(bound -> bound.bitLength() < Integer.SIZE);
        if (!fits || size.compareTo(BigInteger.valueOf(limit)) > 0) {
            throw new TemplateException(
                    Kind.LIMIT,
                    "A range has more than " + limit + " elements; shorten it or raise maxRange of the limits.");
        }
        return new PythonRange(start.longValue(), stop.longValue(), step.longValue(), size.intValue());
    }

    private static BigInteger integer(Call call, int index) {
        if (!Integers.isInteger(call.value(index))) {
            throw call.unsuited(index);
        }
        return Integers.big(call.value(index));
    }

    private static Dicts.Builder dict(Call call) {
        Dicts.Builder dict = new Dicts.Builder(call.meter());
        List<@Nullable Object> rest = call.rest(0);
        if (rest.size() > 1) {
            throw call.invalid("takes one dict at most; give further entries by name");
        } else if (rest.size() == 1 && rest.get(0) instanceof Map<?, ?> entries) {
            dict.putAll(entries);
        } else if (rest.size() == 1) {
            for (Object pair : Values.elements(rest.get(0), call.meter())) {
                List<@Nullable Object> entry = Values.elements(pair, call.meter());
                if (entry.size() != 2) {
                    throw call.invalid(
                            "takes pairs, not a sequence of " + entry.size() + " elements; give keys and values");
                }
                dict.put(entry.get(0), entry.get(1));
            }
        }
        return dict.putAll(call.namedRest(1));
    }
}
