package network.pokt.mlqos.samples.quickstart.sim;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of real data beside the reactor; tests that need it are skipped where it is absent. */
final class Shared {

    private Shared() {}

    static Path file(String path) {
        Path found =
                Path.of(System.getProperty("mlqos.shared", "../../../shared")).resolve(path);
        assumeTrue(Files.exists(found), () -> found + " is absent, set -Dmlqos.shared to the shared folder");
        return found;
    }
}
