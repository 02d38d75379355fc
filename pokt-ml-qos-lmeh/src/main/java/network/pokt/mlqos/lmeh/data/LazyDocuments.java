package network.pokt.mlqos.lmeh.data;

import org.jspecify.annotations.Nullable;

/**
 * A split that is read when it is first needed, and once only: examples are not needed by those who ask for none. Thread-safe.
 */
public final class LazyDocuments {

    private final DatasetSource source;
    private final String split;
    private @Nullable Documents documents;

    public LazyDocuments(DatasetSource source, String split) {
        this.source = source;
        this.split = split;
    }

    /**
     * Returns the documents.
     *
     * @throws DatasetException if they cannot be had
     */
    public synchronized Documents get() {
        Documents read = documents;
        if (read == null) {
            read = source.split(split);
            documents = read;
        }
        return read;
    }
}
