package network.pokt.mlqos.samples.suppliertools;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Options of a command line, each with a value but {@code --json}. */
record Options(Map<String, String> values) {

    static Options of(List<String> args) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < args.size(); i++) {
            if (!args.get(i).startsWith("--")) {
                throw new IllegalArgumentException("'" + args.get(i) + "' is no option.");
            }
            String name = args.get(i).substring(2);
            if (name.equals("json")) {
                values.put(name, "");
            } else if (i + 1 < args.size()) {
                i++;
                values.put(name, args.get(i));
            } else {
                throw new IllegalArgumentException("Option --" + name + " needs a value.");
            }
        }
        return new Options(values);
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String require(String name) {
        return get(name).orElseThrow(() -> new IllegalArgumentException("Option --" + name + " is missing."));
    }
}
