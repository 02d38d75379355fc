package network.pokt.mlqos.samples.docs;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.SimpleJavaFileObject;

/**
 * A block of Java on a page, made into a class: statements become the body of a method, declarations that are public become
 * members. Whatever a page takes for granted comes from {@link Assumed}, which the class extends; a local variable of the same
 * name hides it.
 *
 * <p>Everything that is put around the block stands before it, so that the line of a mistake is the line on the page.
 */
final class Snippet extends SimpleJavaFileObject {

    /** Marks a block that is only a part of something: {@code java fragment}. It is not compiled. */
    static final String FRAGMENT = "java fragment";

    private static final List<String> PLATFORM = List.of(
            "java.math",
            "java.net",
            "java.net.http",
            "java.nio.file",
            "java.time",
            "java.util",
            "java.util.concurrent");

    private final Page.Block block;
    private final String source;

    private Snippet(Page.Block block, String name, String source) {
        super(URI.create("string:///" + name + Kind.SOURCE.extension), Kind.SOURCE);
        this.block = block;
        this.source = source;
    }

    static Snippet of(Page.Block block) {
        List<String> imports = new ArrayList<>();
        List<String> body = new ArrayList<>();
        for (String line : block.text().split("\n", -1)) {
            boolean isImport = line.startsWith("import ");
            (isImport ? imports : body).add(line);
            if (isImport) {
                body.add("");
            }
        }
        String name = (block.page().name() + "_" + block.line()).replaceAll("[^\\p{Alnum}]", "_");
        boolean members = body.stream()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("")
                .startsWith("public ");
        String head = "package " + Assumed.class.getPackageName() + ";" + imports() + String.join("", imports)
                + "abstract class " + name + " extends Assumed {"
                + (members ? "" : "void snippet() throws Exception {");
        String source = "\n".repeat(block.line() - 2) + head + "\n" + String.join("\n", body) + "\n"
                + (members ? "" : "}") + "}";
        return new Snippet(block, name, source);
    }

    private static String imports() {
        List<String> packages = new ArrayList<>(PLATFORM);
        packages.addAll(Documentation.exportedPackages());
        return packages.stream().map(name -> "import " + name + ".*;").collect(Collectors.joining());
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
    }

    /** Returns what is wrong, as {@code docs/page.md:12: message}. */
    String explain(Diagnostic<?> mistake) {
        return block.page().name() + ":" + mistake.getLineNumber() + ": " + mistake.getMessage(Locale.ROOT);
    }
}
