package network.pokt.mlqos.samples.docs;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Compiles snippets, all in one go and without writing anything. */
final class SnippetCompiler {

    private SnippetCompiler() {}

    /** Returns what is wrong with them: nothing, if all compile. */
    static List<String> mistakes(List<Snippet> snippets) {
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK, not a JRE");
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> options = List.of("-proc:none", "-Xlint:none", "-Xmaxerrs", "1000", "-cp", classPath());
        JavacTask task = (JavacTask) compiler.getTask(null, null, diagnostics, options, null, snippets);
        try {
            task.analyze();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(mistake -> mistake.getSource() instanceof Snippet snippet
                        ? snippet.explain(mistake)
                        : mistake.getMessage(Locale.ROOT))
                .toList();
    }

    /** Under surefire the class path of the process is one jar that only names the real one. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
