package network.pokt.mlqos.token;

import ai.djl.huggingface.tokenizers.jni.LibUtils;
import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the native part of DJL's tokenizers, once for the whole JVM, without network and without leaving files behind.
 *
 * <p>DJL is told what to do by system properties, which it reads while it loads. They are set for that moment and only where the
 * application has not set its own; afterwards they are as they were.
 */
final class DjlNatives {

    private static final Logger LOG = LoggerFactory.getLogger(DjlNatives.class);

    /** Names of folders that DJL takes its library from or unpacks it into, best first. */
    private static final List<String> FOLDERS = List.of("RUST_LIBRARY_PATH", "ENGINE_CACHE_DIR", "DJL_CACHE_DIR");

    private DjlNatives() {}

    /**
     * Returns the native functions.
     *
     * @param folder where the library is unpacked and kept; if absent, where the application's settings for DJL say, or else a
     *     temporary folder that is removed again
     */
    static TokenizersLibrary load(Optional<Path> folder) {
        // One lock for all: the properties belong to the JVM.
        synchronized (DjlNatives.class) {
            boolean settled = FOLDERS.stream().anyMatch(DjlNatives::isSet);
            if (folder.isPresent() || settled) {
                loadInto(folder);
                return TokenizersLibrary.LIB;
            }
            Path temporary = temporaryFolder();
            try {
                loadInto(Optional.of(temporary));
            } finally {
                remove(temporary);
            }
            return TokenizersLibrary.LIB;
        }
    }

    private static void loadInto(Optional<Path> folder) {
        Map<String, String> settings = new HashMap<>();
        // Without these DJL asks a CUDA driver which library to take, and downloads one that it has not brought along.
        settings.put("RUST_FLAVOR", "cpu");
        settings.put("ai.djl.offline", "true");
        folder.ifPresent(path -> settings.put("ENGINE_CACHE_DIR", path.toString()));
        settings.keySet().removeIf(DjlNatives::isSet);
        settings.forEach(System::setProperty);
        try {
            LibUtils.checkStatus();
        } catch (RuntimeException | LinkageError e) {
            throw notLoaded(e);
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
    }

    private static TokenizerException notLoaded(Throwable cause) {
        if (cause.getCause() instanceof ClassNotFoundException) {
            return new TokenizerException(
                    "A tokenizer.json needs the artifact ai.djl.huggingface:tokenizers, add it to the dependencies.", cause);
        }
        return new TokenizerException(
                "The native library of ai.djl.huggingface:tokenizers cannot be loaded on " + System.getProperty("os.name") + " "
                        + System.getProperty("os.arch") + "; it exists for Linux (x86-64 and ARM64, glibc 2.34 or later),"
                        + " macOS on ARM and Windows on x86-64, and needs a folder that it may be unpacked into.",
                cause);
    }

    private static boolean isSet(String name) {
        return notEmpty(System.getenv(name)) || notEmpty(System.getProperty(name));
    }

    private static boolean notEmpty(@Nullable String value) {
        return value != null && !value.isEmpty();
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("pokt-ml-qos-tokenizers");
        } catch (IOException e) {
            throw new TokenizerException("No temporary folder can be made for a native library, name a folder for it.", e);
        }
    }

    /** A loaded library lives on without its file, except on Windows, where the file goes with the JVM. */
    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(DjlNatives::removeNowOrLater);
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("The temporary folder {} could not be listed and stays.", folder, e);
        }
    }

    private static void removeNowOrLater(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            LOG.debug("{} is removed when the JVM ends.", file, e);
            file.toFile().deleteOnExit();
        }
    }
}
