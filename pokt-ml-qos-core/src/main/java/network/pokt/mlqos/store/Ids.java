package network.pokt.mlqos.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import network.pokt.mlqos.node.NodeId;

/** Makes measurement ids of what a measurement is of. */
final class Ids {

    private static final int HASH_BYTES = 16;

    private Ids() {}

    /** Returns the parts joined by slashes, or, where that is too long or could be read in two ways, a hash of them. */
    static String of(String run, NodeId node, String task, int sample) {
        String plain = String.join("/", run, node.supplier(), node.service(), task, Integer.toString(sample));
        boolean clear = (run + node.supplier() + node.service() + task).indexOf('/') < 0;
        return clear && plain.length() <= Texts.LONGEST ? plain : hash(run, node, task) + "/" + sample;
    }

    private static String hash(String run, NodeId node, String task) {
        MessageDigest sha256 = sha256();
        for (String part : new String[] {run, node.supplier(), node.service(), task}) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            sha256.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            sha256.update(bytes);
        }
        return HexFormat.of().formatHex(Arrays.copyOf(sha256.digest(), HASH_BYTES));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256, this one does not.", e);
        }
    }
}
