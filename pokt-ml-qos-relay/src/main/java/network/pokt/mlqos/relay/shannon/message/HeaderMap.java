package network.pokt.mlqos.relay.shannon.message;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** HTTP header fields as {@code map<string, sdk.types.Header>}: sorted, under the spelling that Go gives a name. */
final class HeaderMap {

    private HeaderMap() {}

    /** Returns an immutable copy with canonical names; the values of names that become one follow each other. */
    static Map<String, List<String>> of(Map<String, List<String>> headers) {
        SortedMap<String, List<String>> copy = new TreeMap<>();
        headers.forEach((name, values) ->
                copy.computeIfAbsent(canonical(name), key -> new ArrayList<>()).addAll(values));
        copy.replaceAll((name, values) -> List.copyOf(values));
        return Collections.unmodifiableSortedMap(copy);
    }

    static void write(ProtoWriter out, int field, Map<String, List<String>> headers) {
        headers.forEach((name, values) -> {
            ProtoWriter header = new ProtoWriter().string(1, name).strings(2, values);
            out.message(field, new ProtoWriter().string(1, name).message(2, header));
        });
    }

    /** Reads one entry into {@code headers}; of two with one name the later counts, as in every protobuf map. */
    static void readEntry(ProtoReader in, Map<String, List<String>> headers) {
        String name = "";
        List<String> values = List.of();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> name = in.string();
                case 2 -> values = readValues(in.message());
                default -> in.skip();
            }
        }
        headers.put(name, values);
    }

    private static List<String> readValues(ProtoReader in) {
        List<String> values = new ArrayList<>();
        while (in.next()) {
            switch (in.field()) {
                case 2 -> values.add(in.string());
                default -> in.skip(); // 1 repeats the name
            }
        }
        return values;
    }

    /** Returns the name as Go's {@code http.CanonicalHeaderKey} spells it: Content-Type; unchanged if it is no token. */
    static String canonical(String name) {
        StringBuilder spelled = new StringBuilder(name.length());
        boolean upper = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!isTokenChar(c)) {
                return name;
            }
            spelled.append(upper ? toUpper(c) : toLower(c));
            upper = c == '-';
        }
        return spelled.toString();
    }

    /** The characters of a token in RFC 9110, section 5.6.2. */
    private static boolean isTokenChar(char c) {
        return (c >= '0' && c <= '9') || (toUpper(c) >= 'A' && toUpper(c) <= 'Z') || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
    }

    private static char toUpper(char c) {
        return c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
    }

    private static char toLower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c - 'A' + 'a') : c;
    }
}
