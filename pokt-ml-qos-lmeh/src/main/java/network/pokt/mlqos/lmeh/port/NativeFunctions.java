package network.pokt.mlqos.lmeh.port;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import network.pokt.mlqos.lmeh.function.ContentRegistry;
import network.pokt.mlqos.lmeh.natives.NativeCatalog;

/**
 * The registry of everything that there is a native equivalent of.
 *
 * <p>Those of {@link NativeCatalog} are known by the identities that their originals have in lm-evaluation-harness 0.4.13, which
 * the resource {@code identities.tsv} lists.
 */
public final class NativeFunctions {

    private static final String RESOURCE = "identities.tsv";

    private NativeFunctions() {}

    /** Returns a new registry, which reads the sources of functions when they are asked for and keeps what it found. */
    public static ContentRegistry create() {
        ContentRegistry.Builder registry = ShapeCatalog.addTo(ContentRegistry.builder());
        Map<String, NativeCatalog.Factory> catalog = NativeCatalog.entries();
        identities().forEach((identity, place) -> {
            NativeCatalog.Factory factory = catalog.get(place);
            if (factory != null) {
                registry.identity(identity, factory::of);
            }
        });
        return registry.build();
    }

    /** Returns the places of originals in the tasks folder by the identities that they have there. */
    static Map<String, String> identities() {
        Map<String, String> places = new TreeMap<>();
        try (InputStream bytes = NativeFunctions.class.getResourceAsStream(RESOURCE)) {
            String lines = new String(Objects.requireNonNull(bytes).readAllBytes(), StandardCharsets.UTF_8);
            lines.lines().forEach(line -> {
                int tab = line.indexOf('\t');
                places.put(line.substring(0, tab), line.substring(tab + 1));
            });
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + RESOURCE + " cannot be read.", e);
        }
        return places;
    }
}
