package network.pokt.mlqos.samples.lmehcli;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Named texts, each of which may be taken as what it should be: the words of a command line, or those of
 * {@code --model_args}. What makes no sense is refused in a sentence.
 */
final class Arguments {

    private final String of;
    private final Map<String, List<String>> values;

    private Arguments(String of, Map<String, List<String>> values) {
        this.of = of;
        this.values = values;
    }

    /** Reads {@code --name value}, {@code --name=value} and the flags, which have no value. */
    static Arguments ofCommandLine(Set<String> options, Set<String> flags, String... words) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        Iterator<String> rest = List.of(words).iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            if (flags.contains(name)) {
                add(values, name, equals < 0 ? "true" : word.substring(equals + 1));
            } else if (options.contains(name)) {
                if (equals < 0 && !rest.hasNext()) {
                    throw new IllegalArgumentException("The option " + name + " needs a value, see --help.");
                }
                add(values, name, equals < 0 ? rest.next() : word.substring(equals + 1));
            } else {
                throw new IllegalArgumentException("There is no option '" + name + "', see --help.");
            }
        }
        return new Arguments("The option ", values);
    }

    /** Reads {@code name=value,name=value}. */
    static Arguments ofPairs(String option, Set<String> names, String text) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : text.isBlank() ? new String[0] : text.split(",")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair.strip() : pair.substring(0, equals).strip();
            if (equals < 0 || (!names.isEmpty() && !names.contains(name))) {
                throw new IllegalArgumentException("In " + option + " '" + pair + "' is none of "
                        + names.stream().sorted().toList() + " with its value; write name=value, separated by commas.");
            }
            add(values, name, pair.substring(equals + 1).strip());
        }
        return new Arguments("In " + option + " ", values);
    }

    private static void add(Map<String, List<String>> values, String name, String value) {
        values.merge(
                name,
                List.of(value),
                (known, more) -> Stream.concat(known.stream(), more.stream()).toList());
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Returns every name with its last value. */
    Map<String, String> last() {
        Map<String, String> last = new LinkedHashMap<>();
        values.forEach((name, given) -> last.put(name, given.get(given.size() - 1)));
        return last;
    }

    Optional<String> text(String name) {
        List<String> given = all(name);
        return given.isEmpty() ? Optional.empty() : Optional.of(given.get(given.size() - 1));
    }

    String text(String name, String otherwise) {
        return text(name).orElse(otherwise);
    }

    String required(String name) {
        return text(name).orElseThrow(() -> new IllegalArgumentException(of + name + " is missing, see --help."));
    }

    boolean flag(String name, boolean otherwise) {
        return switch (text(name, String.valueOf(otherwise)).toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes" -> true;
            case "false", "0", "no" -> false;
            default -> throw wrong(name, "true or false");
        };
    }

    int whole(String name, int least, int otherwise) {
        String text = text(name).orElse(null);
        if (text == null) {
            return otherwise;
        }
        @Nullable Integer number = null;
        try {
            number = Integer.valueOf(text);
        } catch (NumberFormatException e) {
            // Said below, with what is wrong in the other cases.
        }
        if (number == null || number < least) {
            throw wrong(name, "a whole number of at least " + least);
        }
        return number;
    }

    Optional<Double> number(String name) {
        try {
            return text(name).map(Double::valueOf);
        } catch (NumberFormatException e) {
            throw wrong(name, "a number");
        }
    }

    private IllegalArgumentException wrong(String name, String wanted) {
        return new IllegalArgumentException(of + name + " is '" + text(name, "") + "'; give " + wanted + ".");
    }
}
