package network.pokt.mlqos.lmeh.data;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A split that is read when it is first needed, and once only: examples are not needed by those who ask for none.
 * Thread-safe.
 */
public final class LazyDocuments {

    private final DatasetSource source;
    private final String split;
    private final Consumer<Doc> check;
    private @Nullable Documents documents;

    /**
     * Creates a split that has not been read yet.
     *
     * @param check throws if a document is not what is needed; each passes it when the split is read
     */
    public LazyDocuments(DatasetSource source, String split, Consumer<Doc> check) {
        this.source = source;
        this.split = split;
        this.check = check;
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
            read.docs().forEach(check);
            documents = read;
        }
        return read;
    }
}
