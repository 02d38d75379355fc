package network.pokt.mlqos.lmeh.data;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;

/** A kind of file that documents are read from. */
interface TableFile {

    /** Takes the documents as they are read. */
    @FunctionalInterface
    interface Sink {

        /**
         * Takes one document.
         *
         * @param line the line in which it begins, from 1
         * @return whether more are wanted
         */
        boolean take(Row row, int line);
    }

    /** Returns how the types of the columns are found. */
    TypeRules rules();

    /**
     * Reads a text.
     *
     * @param file what the text is from, for messages
     * @throws DatasetException if it is not of this kind
     */
    void read(Reader text, Path file, Sink sink) throws IOException;
}
