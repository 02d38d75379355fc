package network.pokt.mlqos;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The folder of third-party data beside the reactor: tests that need it skip, saying so, where it is absent. */
public final class SharedData {

    private SharedData() {}

    /** Returns a file or folder below the shared folder, or ends the test as skipped if there is no shared folder. */
    public static Path path(String relative) {
        Path root = Path.of(System.getProperty("mlqos.shared", "../../shared"));
        Assumptions.assumeTrue(
                Files.isDirectory(root),
                () -> "There is no shared folder at " + root.toAbsolutePath().normalize()
                        + ", name one with -Dmlqos.shared=FOLDER.");
        return root.resolve(relative);
    }
}
