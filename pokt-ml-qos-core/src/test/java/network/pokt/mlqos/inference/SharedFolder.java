package network.pokt.mlqos.inference;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the folder of recordings and peers that lies beside the repository on some machines. */
final class SharedFolder {

    private SharedFolder() {}

    /** Returns {@code path} in the folder, whether it exists or not. */
    static Path path(String path) {
        return Path.of(System.getProperty("mlqos.shared", "../../shared")).resolve(path);
    }

    /** Returns {@code path} in the folder, or skips the test if there is no folder. */
    static Path require(String path) {
        Path root = path("");
        assumeTrue(Files.isDirectory(root), () -> "no recordings at " + root.toAbsolutePath());
        return path(path);
    }
}
