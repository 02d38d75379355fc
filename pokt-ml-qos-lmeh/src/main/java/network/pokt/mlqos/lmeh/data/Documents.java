package network.pokt.mlqos.lmeh.data;

import java.util.List;

/**
 * The documents of one split.
 *
 * @param docs the documents in the order of their file
 * @param sha256 a hash of what is in them, in hexadecimal digits; equal for a file and its compressed form
 */
public record Documents(List<Doc> docs, String sha256) {

    public Documents {
        docs = List.copyOf(docs);
    }
}
