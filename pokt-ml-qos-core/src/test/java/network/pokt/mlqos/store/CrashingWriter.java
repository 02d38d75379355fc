package network.pokt.mlqos.store;

import java.nio.file.Path;
import java.util.List;

/**
 * A process that appends measurements one batch after another until it is killed or its disk is full, and says on its standard
 * output what was acknowledged: {@code acknowledged N} for everything before N, {@code refused} for a batch that was not.
 */
public final class CrashingWriter {

    private static final int BATCH = 10;

    private CrashingWriter() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
        int from = Integer.parseInt(arguments[1]);
        try (JsonlStore store =
                JsonlStore.builder(Path.of(arguments[0])).segmentBytes(1 << 16).build()) {
            while (true) {
                List<Measurement> batch = Samples.series(from, from + BATCH, Samples.A, "t");
                try {
                    store.append(batch);
                } catch (StoreException e) {
                    System.out.println("refused " + e.getMessage());
                    return;
                }
                from += BATCH;
                System.out.println("acknowledged " + from);
            }
        }
    }
}
