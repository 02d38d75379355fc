package network.pokt.mlqos.samples.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where the documentation is, and what it is about. */
final class Documentation {

    private static final Pattern EXPORT = Pattern.compile("exports ([\\w.]+);");

    /** The folder that holds README.md and docs, seen from this module, in which tests run. */
    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private Documentation() {}

    /** Returns README.md, CHANGELOG.md and every page in docs. */
    static List<Page> pages() {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CHANGELOG.md")),
                            docs.filter(file -> file.toString().endsWith(".md")).sorted())
                    .map(Page::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the packages that the artifacts export, artifact by artifact, in the order of their rooms. */
    static List<String> exportedPackages() {
        return Stream.of("core", "relay", "lmeh", "diffusion")
                .map(artifact -> ROOT.resolve("pokt-ml-qos-" + artifact + "/src/main/java/module-info.java"))
                .flatMap(file -> EXPORT.matcher(text(file)).results())
                .map(export -> export.group(1))
                .toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
