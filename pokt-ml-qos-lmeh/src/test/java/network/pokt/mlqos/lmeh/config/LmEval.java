package network.pokt.mlqos.lmeh.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** An installation of lm_eval 0.4.13 to compare with: the virtual environment that the property mlqos.lmeval names. */
public final class LmEval {

    private LmEval() {}

    /** Returns the folder of task files, or skips the test if there is no installation. */
    public static Path tasks() {
        try (Stream<Path> pythons = Files.list(home().resolve("lib"))) {
            return pythons.map(python -> python.resolve("site-packages/lm_eval/tasks"))
                    .filter(Files::isDirectory)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("There is no lm_eval in " + home()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the Python that has lm_eval. */
    public static Path python() {
        return home().resolve("bin/python");
    }

    private static Path home() {
        String given = System.getProperty("mlqos.lmeval");
        Assumptions.assumeTrue(
                given != null, "no installation of lm_eval: give -Dmlqos.lmeval=VENV to compare with one");
        return Path.of(given);
    }
}
