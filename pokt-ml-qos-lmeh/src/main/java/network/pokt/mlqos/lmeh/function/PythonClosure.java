package network.pokt.mlqos.lmeh.function;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import network.pokt.mlqos.lmeh.function.PythonToken.Kind;

/** Collects the statements that a function consists of, in the order in which they are first referred to. Not thread-safe. */
final class PythonClosure {

    private final PythonSources sources;
    private final StringBuilder normalized = new StringBuilder();
    private final List<String> texts = new ArrayList<>();
    private final Set<Reference> seen = new HashSet<>();
    private final Deque<Reference> open = new ArrayDeque<>();
    private final Reference root;
    private final Set<List<PythonToken>> written = new LinkedHashSet<>();

    /** A name in a module. */
    private record Reference(Path file, String name) {}

    PythonClosure(PythonSources sources, Path file, String function) {
        this.sources = sources;
        this.root = new Reference(file, function);
        refer(file, function);
    }

    PythonSource source(String name) throws IOException {
        while (!open.isEmpty()) {
            Reference reference = open.remove();
            PythonModule module = sources.module(reference.file());
            for (List<PythonToken> statement : module.statements(reference.name())) {
                if (written.add(statement)) {
                    write(statement, reference, module);
                }
            }
        }
        return PythonSource.of(name, normalized.toString(), texts, Map.of());
    }

    private void refer(Path file, String name) {
        Reference reference = new Reference(file, name);
        if (seen.add(reference)) {
            open.add(reference);
        }
    }

    private void write(List<PythonToken> statement, Reference reference, PythonModule module) throws IOException {
        if (PythonImport.is(statement)) {
            written.remove(statement);
            importing(statement, reference);
            return;
        }
        for (int i = 0; i < statement.size(); i++) {
            if (isDocumentation(statement, i)) {
                continue;
            }
            PythonToken token = statement.get(i);
            if (token.kind() == Kind.STRING) {
                text(token, reference.file(), module);
            } else {
                normalized.append(written(token, reference)).append(' ');
                if (token.kind() == Kind.INDENT || token.kind() == Kind.DEDENT) {
                    normalized.append(token.kind() == Kind.INDENT ? "{ " : "} ");
                } else if (token.kind() == Kind.NAME
                        && (i == 0 || !statement.get(i - 1).is("."))) {
                    follow(token.text(), reference.file(), module);
                }
            }
        }
    }

    /** The function's own name does not count: it is what a task file happens to call it. */
    private String written(PythonToken token, Reference reference) {
        if (token.kind() == Kind.NEWLINE) {
            return ";";
        }
        return reference.equals(root) && token.is(root.name()) ? "$" : token.text();
    }

    private void text(PythonToken token, Path file, PythonModule module) {
        PythonString string = PythonString.of(token.text());
        texts.addAll(string.parts());
        normalized.append('"');
        for (String field : string.fields()) {
            normalized.append('{').append(field).append('}');
            names(field).forEach(name -> follow(name, file, module));
        }
        normalized.append("\" ");
    }

    private static List<String> names(String field) {
        // A format such as :.2f behind the expression gives tokens, too, which no module binds.
        return PythonTokenizer.tokens(field).stream()
                .filter(token -> token.kind() == Kind.NAME)
                .map(PythonToken::text)
                .toList();
    }

    private void follow(String name, Path file, PythonModule module) {
        if (module.binds(name)) {
            refer(file, name);
        }
    }

    /** Writes what one name of an import stands for, and goes on there if it is in a module of a task. */
    private void importing(List<PythonToken> statement, Reference reference) throws IOException {
        PythonImport imported = PythonImport.of(statement, reference.name());
        Optional<Path> file = imported.file(reference.file());
        if (file.isPresent() && sources.module(file.get()).binds(imported.original())) {
            refer(file.get(), imported.original());
        } else {
            normalized
                    .append("from ")
                    .append(imported.module())
                    .append(" import ")
                    .append(imported.original())
                    .append(" as ");
        }
        normalized.append(reference.equals(root) ? "$" : reference.name()).append("; ");
    }

    /** Returns whether a token is a text that stands alone in its line, or the end of that line. */
    private static boolean isDocumentation(List<PythonToken> statement, int index) {
        int text = statement.get(index).kind() == Kind.NEWLINE ? index - 1 : index;
        return text > 0
                && text + 1 < statement.size()
                && statement.get(text).kind() == Kind.STRING
                && statement.get(text + 1).kind() == Kind.NEWLINE
                && (statement.get(text - 1).kind() == Kind.INDENT
                        || statement.get(text - 1).kind() == Kind.NEWLINE);
    }
}
