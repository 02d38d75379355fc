package network.pokt.mlqos.lmeh.function;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.pokt.mlqos.lmeh.function.PythonToken.Kind;
import network.pokt.mlqos.template.JinjaEnvironment;
import network.pokt.mlqos.template.PythonLiteral;
import network.pokt.mlqos.template.TemplateException;
import org.jspecify.annotations.Nullable;

/**
 * A function with some arguments fixed.
 *
 * @param function the function's name in the same module
 * @param arguments the arguments; positional ones have their position for a name
 */
record PythonPartial(String function, Map<String, @Nullable Object> arguments) {

    private static final Object NO_LITERAL = new Object();

    /** The tokens of {@code T = {f"..": partial(F, K=V) for V in L}}; other words stand for themselves. */
    private static final List<String> TABLE =
            List.of("T", "=", "{", "\"", ":", "partial", "(", "F", ",", "K", "=", "V", ")", "for", "V", "in", "L", "}");

    private static final List<String> ENTRY =
            List.of("globals", "(", ")", "[", "\"", "]", "=", "partial", "(", "F", ",", "K", "=", "V", ")");

    /**
     * Returns what {@code name = partial(function, ...)} or {@code name = function} says; empty for other statements, and if an
     * argument is no literal.
     */
    static Optional<PythonPartial> of(List<PythonToken> statement) {
        if (statement.size() < 4
                || !statement.get(1).is("=")
                || statement.get(2).kind() != Kind.NAME) {
            return Optional.empty();
        } else if (statement.size() == 4) {
            return Optional.of(new PythonPartial(statement.get(2).text(), Map.of()));
        }
        int call = statement.get(2).is("functools") && statement.get(3).is(".") ? 4 : 2;
        boolean partial = statement.size() > call + 3
                && statement.get(call).is("partial")
                && statement.get(call + 1).is("(")
                && statement.get(call + 2).kind() == Kind.NAME;
        return partial ? arguments(statement, call + 2) : Optional.empty();
    }

    /**
     * Returns what a module binds to a name by {@code globals().update(T)}, where T is a table of partials over a list of
     * literals: so the harness filters documents by subject.
     */
    static Optional<PythonPartial> generated(PythonModule module, String name) {
        for (List<PythonToken> update : module.statements("globals")) {
            for (PythonToken token : update) {
                for (List<PythonToken> table : module.statements(token.text())) {
                    Optional<PythonPartial> found = table == update ? Optional.empty() : fromTable(module, table, name);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return module.statements().stream()
                .flatMap(statement -> fromEntry(statement, name).stream())
                .findFirst();
    }

    /** Reads {@code globals()[f"..{V}.."] = partial(F, K=V)} inside of a statement: V is what is left of the name. */
    private static Optional<PythonPartial> fromEntry(List<PythonToken> statement, String name) {
        for (int start = 0; start + ENTRY.size() <= statement.size(); start++) {
            Map<String, String> words = words(statement.subList(start, start + ENTRY.size()), ENTRY);
            if (words.isEmpty()) {
                continue;
            }
            PythonString key = PythonString.of(words.getOrDefault("\"", "''"));
            if (key.fields().equals(List.of(words.getOrDefault("V", "")))
                    && name.startsWith(key.parts().get(0))
                    && name.endsWith(key.parts().get(1))
                    && name.length()
                            >= key.parts().get(0).length() + key.parts().get(1).length()) {
                String value = name.substring(
                        key.parts().get(0).length(),
                        name.length() - key.parts().get(1).length());
                return Optional.of(
                        new PythonPartial(words.getOrDefault("F", ""), Map.of(words.getOrDefault("K", ""), value)));
            }
        }
        return Optional.empty();
    }

    private static Optional<PythonPartial> fromTable(PythonModule module, List<PythonToken> statement, String name) {
        Map<String, String> words = words(statement, TABLE);
        List<List<PythonToken>> lists = module.statements(words.getOrDefault("L", ""));
        if (lists.size() != 1) {
            return Optional.empty();
        }
        String key = words.getOrDefault("\"", "");
        for (Object element : list(lists.get(0))) {
            Map<String, @Nullable Object> variables = new LinkedHashMap<>();
            variables.put(words.getOrDefault("V", ""), element);
            if (rendered(PythonString.of(key), variables).equals(name)) {
                Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
                arguments.put(words.getOrDefault("K", ""), element);
                return Optional.of(
                        new PythonPartial(words.getOrDefault("F", ""), Collections.unmodifiableMap(arguments)));
            }
        }
        return Optional.empty();
    }

    /** Returns what stands in the places of a form; nothing if the tokens are of another one. */
    private static Map<String, String> words(List<PythonToken> statement, List<String> form) {
        Map<String, String> words = new LinkedHashMap<>();
        int place = 0;
        for (int i = 0; i < statement.size(); i++) {
            PythonToken token = statement.get(i);
            boolean trailingComma = token.is(",")
                    && i + 1 < statement.size()
                    && statement.get(i + 1).is(")");
            if (token.kind() == Kind.NEWLINE || trailingComma) {
                continue;
            } else if (place == form.size()) {
                return Map.of();
            }
            String expected = form.get(place++);
            boolean variable = expected.length() == 1 && Character.isUpperCase(expected.charAt(0));
            boolean fits = variable
                    ? token.kind() == Kind.NAME
                            && words.getOrDefault(expected, token.text()).equals(token.text())
                    : expected.equals("\"") ? token.kind() == Kind.STRING : token.is(expected);
            if (!fits) {
                return Map.of();
            }
            words.put(expected, token.text());
        }
        return place == form.size() ? words : Map.of();
    }

    private static String rendered(PythonString text, Map<String, @Nullable Object> variables) {
        StringBuilder rendered = new StringBuilder(text.parts().get(0));
        for (int i = 0; i < text.fields().size(); i++) {
            // Method calls on texts mean the same in a template.
            String template = "{{" + text.fields().get(i) + "}}";
            rendered.append(JinjaEnvironment.forTasks().compile(template).render(variables));
            rendered.append(text.parts().get(i + 1));
        }
        return rendered.toString();
    }

    private static List<?> list(List<PythonToken> statement) {
        Object value =
                statement.size() > 2 && statement.get(1).is("=") ? literal(statement, 2, statement.size()) : null;
        return value instanceof List<?> list ? list : List.of();
    }

    private static Optional<PythonPartial> arguments(List<PythonToken> statement, int function) {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        for (int[] range : ranges(statement, function + 2)) {
            boolean named =
                    range[1] - range[0] > 2 && statement.get(range[0] + 1).is("=");
            String name = named ? statement.get(range[0]).text() : String.valueOf(arguments.size());
            Object value = literal(statement, named ? range[0] + 2 : range[0], range[1]);
            if (value == NO_LITERAL) {
                return Optional.empty();
            }
            arguments.put(name, value);
        }
        return Optional.of(new PythonPartial(statement.get(function).text(), Collections.unmodifiableMap(arguments)));
    }

    /** Returns where the arguments of a call begin and end that are left from a place on. */
    private static List<int[]> ranges(List<PythonToken> statement, int from) {
        List<int[]> ranges = new ArrayList<>();
        int depth = 0;
        int start = from;
        for (int i = from; i < statement.size() && depth >= 0; i++) {
            PythonToken token = statement.get(i);
            boolean opens = token.is("(") || token.is("[") || token.is("{");
            boolean closes = token.is(")") || token.is("]") || token.is("}");
            depth += opens ? 1 : closes ? -1 : 0;
            if (depth < 0 || (depth == 0 && token.is(","))) {
                if (i > start) {
                    ranges.add(new int[] {start, i});
                }
                start = i + 1;
            }
        }
        return ranges;
    }

    private static @Nullable Object literal(List<PythonToken> statement, int from, int to) {
        StringBuilder source = new StringBuilder();
        statement.subList(from, to).forEach(token -> source.append(' ').append(token.text()));
        try {
            return PythonLiteral.parse(source.toString());
        } catch (TemplateException e) {
            // Not a literal: the statement is compared as it is.
            return NO_LITERAL;
        }
    }
}
