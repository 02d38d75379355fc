package network.pokt.mlqos.store;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the owner of a ledger puts his name under: all of its entries up to a size. Publish it with a leaderboard.
 *
 * @param size how many entries there are
 * @param root the root of the Merkle tree over them
 * @param chain the last link of the chain through them
 * @param at when it was signed, by the owner's clock
 * @param signature the Ed25519 signature of all of this in Base64
 */
public record LedgerHead(long size, Digest root, Digest chain, Instant at, String signature) {

    private static final JsonMapper MAPPER = new JsonMapper();

    /** Begins what is signed, so that the signature can never be taken for one of something else. */
    private static final String CONTEXT = "pokt-ml-qos ledger head 1\n";

    static LedgerHead sign(long size, Digest root, Digest chain, Instant at, LedgerKey key) {
        byte[] signature = key.sign(message(size, root, chain, at));
        return new LedgerHead(size, root, chain, at, Base64.getEncoder().encodeToString(signature));
    }

    /** Says whether the owner of this key signed this head. */
    public boolean isSignedBy(PublicKey key) {
        try {
            byte[] bytes = Base64.getDecoder().decode(signature);
            // Base64 has several spellings of some bytes, a ledger only one.
            return Base64.getEncoder().encodeToString(bytes).equals(signature)
                    && LedgerKey.verify(key, message(size, root, chain, at), bytes);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] message(long size, Digest root, Digest chain, Instant at) {
        return (CONTEXT + size + "\n" + root + "\n" + chain + "\n" + at).getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the head as the JSON object that a ledger's file has. */
    public String json() {
        return "{\"head\":{\"size\":" + size + ",\"root\":\"" + root + "\",\"chain\":\"" + chain + "\",\"at\":\"" + at
                + "\",\"signature\":\"" + signature + "\"}}";
    }

    /**
     * Reads a head from JSON.
     *
     * @throws IllegalArgumentException if it is none, or not spelled as {@link #json} does
     */
    public static LedgerHead parse(String json) {
        try {
            JsonNode head = MAPPER.readTree(json).path("head");
            LedgerHead read = new LedgerHead(
                    head.path("size").asLong(-1),
                    Digest.parse(head.path("root").asString("")),
                    Digest.parse(head.path("chain").asString("")),
                    Instant.parse(head.path("at").asString("")),
                    head.path("signature").asString(""));
            if (read.json().equals(json)) {
                return read;
            }
        } catch (JacksonException | DateTimeException e) {
            throw new IllegalArgumentException("it is no head of a ledger", e);
        }
        throw new IllegalArgumentException("it is a head that was written in another way");
    }
}
