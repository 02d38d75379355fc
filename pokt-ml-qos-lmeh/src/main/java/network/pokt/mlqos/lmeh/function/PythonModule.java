package network.pokt.mlqos.lmeh.function;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import network.pokt.mlqos.lmeh.function.PythonToken.Kind;

/** The statements of a Python module by the names that they bind. Immutable. */
final class PythonModule {

    private static final Set<String> BLOCKS =
            Set.of("if", "elif", "else", "try", "except", "finally", "with", "for", "while", "async");

    private final Map<String, List<List<PythonToken>>> bound = new LinkedHashMap<>();

    private final List<List<PythonToken>> all = new ArrayList<>();

    private PythonModule() {}

    /**
     * Reads a module.
     *
     * @throws IllegalArgumentException if it is no Python
     */
    static PythonModule parse(String source) {
        PythonModule module = new PythonModule();
        for (List<PythonToken> statement : statements(PythonTokenizer.tokens(source))) {
            module.all.add(statement);
            for (String name : names(statement)) {
                module.bound.computeIfAbsent(name, key -> new ArrayList<>()).add(statement);
            }
        }
        return module;
    }

    boolean binds(String name) {
        return bound.containsKey(name);
    }

    /** Returns the statements that bind or change a name, in the order of the source. */
    List<List<PythonToken>> statements(String name) {
        return bound.getOrDefault(name, List.of());
    }

    /** Returns all statements, in the order of the source. */
    List<List<PythonToken>> statements() {
        return all;
    }

    /** Cuts a module into statements; blocks belong to what they follow, decorators to what follows them. */
    private static List<List<PythonToken>> statements(List<PythonToken> tokens) {
        List<List<PythonToken>> statements = new ArrayList<>();
        List<PythonToken> current = new ArrayList<>();
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            PythonToken token = tokens.get(i);
            current.add(token);
            depth += token.kind() == Kind.INDENT ? 1 : token.kind() == Kind.DEDENT ? -1 : 0;
            boolean ends = token.kind() == Kind.NEWLINE || token.kind() == Kind.DEDENT;
            boolean opens = i + 1 < tokens.size() && tokens.get(i + 1).kind() == Kind.INDENT;
            boolean decorator = current.get(0).is("@") && token.kind() == Kind.NEWLINE;
            if (depth == 0 && ends && !opens && !decorator) {
                statements.add(List.copyOf(current));
                current.clear();
            }
        }
        if (!current.isEmpty()) {
            statements.add(List.copyOf(current));
        }
        return statements;
    }

    private static Set<String> names(List<PythonToken> statement) {
        Set<String> names = new LinkedHashSet<>();
        PythonToken first = statement.get(0);
        if (first.is("if") && statement.size() > 1 && statement.get(1).is("__name__")) {
            return names;
        } else if (first.is("import") || first.is("from")) {
            names.addAll(imported(statement));
        } else if (first.is("@") || first.is("def") || first.is("class") || first.is("async")) {
            names.add(defined(statement));
        } else if (BLOCKS.contains(first.text())) {
            // Whatever a block mentions it may bind: better one statement too many in what is compared than one too
            // few.
            statement.stream().filter(token -> token.kind() == Kind.NAME).forEach(token -> names.add(token.text()));
        } else {
            names.addAll(assigned(statement));
        }
        return names;
    }

    private static Set<String> imported(List<PythonToken> statement) {
        Set<String> names = new LinkedHashSet<>();
        int from = 0;
        for (int i = 0; i < statement.size(); i++) {
            from = statement.get(i).is("import") ? i + 1 : from;
        }
        for (int i = from; i < statement.size(); i++) {
            boolean renamed = i + 1 < statement.size() && statement.get(i + 1).is("as");
            boolean inside = i > from && statement.get(i - 1).is(".");
            if (statement.get(i).kind() == Kind.NAME && !statement.get(i).is("as") && !renamed && !inside) {
                names.add(statement.get(i).text());
            }
        }
        return names;
    }

    private static String defined(List<PythonToken> statement) {
        for (int i = 0; i + 1 < statement.size(); i++) {
            if (statement.get(i).is("def") || statement.get(i).is("class")) {
                return statement.get(i + 1).text();
            }
        }
        return "";
    }

    /** Returns the names to the left of an assignment, or the one whose value a bare expression may change. */
    private static Set<String> assigned(List<PythonToken> statement) {
        Set<String> names = new LinkedHashSet<>();
        int depth = 0;
        int end = 0;
        for (int i = 0; i < statement.size(); i++) {
            String text =
                    statement.get(i).kind() == Kind.OPERATOR ? statement.get(i).text() : "";
            depth += "([{".contains(text) && !text.isEmpty() ? 1 : ")]}".contains(text) && !text.isEmpty() ? -1 : 0;
            if (depth == 0
                    && text.endsWith("=")
                    && !Set.of("==", "!=", "<=", ">=").contains(text)) {
                end = i;
            }
        }
        for (int i = 0; i < Math.max(end, 1); i++) {
            if (statement.get(i).kind() == Kind.NAME
                    && (i == 0 || !statement.get(i - 1).is("."))) {
                names.add(statement.get(i).text());
            }
        }
        return names;
    }
}
