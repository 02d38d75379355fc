package network.pokt.mlqos.lmeh.data;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
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

    /** Returns the documents from index {@code from} to before {@code to}, with a hash of their own. */
    Documents slice(int from, int to) {
        return from == 0 && to == docs.size()
                ? this
                : new Documents(
                        docs.subList(from, to), hashOf(List.of(sha256, Integer.toString(from), Integer.toString(to))));
    }

    /** Returns the documents of all parts in their order. */
    static Documents joined(List<Documents> parts) {
        return new Documents(
                parts.stream().flatMap(part -> part.docs().stream()).toList(),
                hashOf(parts.stream().map(Documents::sha256).toList()));
    }

    /** Returns one hash for what consists of parts; that of the part if there is only one. */
    static String hashOf(List<String> parts) {
        return parts.size() == 1
                ? parts.get(0)
                : HexFormat.of()
                        .formatHex(
                                TextFile.sha256().digest(String.join(" ", parts).getBytes(StandardCharsets.UTF_8)));
    }
}
