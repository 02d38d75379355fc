package network.pokt.mlqos.relay.shannon;

/** Addresses in letters and digits with a checksum, as Bitcoin's BIP 173 defines them. */
final class Bech32 {

    private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int CHECKSUM_LENGTH = 6;
    private static final int GROUP_BITS = 5;

    /** The generator of the checksum's code, BIP 173. */
    private static final int[] CODE = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};

    private Bech32() {}

    /** Returns {@code prefix}, the separator 1, the data five bits at a time and the checksum. */
    static String encode(String prefix, byte[] data) {
        StringBuilder text = new StringBuilder(prefix).append('1');
        int checksum = ofPrefix(prefix);
        int pending = 0;
        int bits = 0;
        for (byte next : data) {
            pending = pending << 8 | (next & 0xff);
            bits += 8;
            while (bits >= GROUP_BITS) {
                bits -= GROUP_BITS;
                int group = pending >>> bits & 31;
                text.append(ALPHABET.charAt(group));
                checksum = step(checksum, group);
            }
        }
        if (bits > 0) {
            int group = pending << (GROUP_BITS - bits) & 31;
            text.append(ALPHABET.charAt(group));
            checksum = step(checksum, group);
        }
        for (int i = 0; i < CHECKSUM_LENGTH; i++) {
            checksum = step(checksum, 0);
        }
        checksum ^= 1;
        for (int i = CHECKSUM_LENGTH - 1; i >= 0; i--) {
            text.append(ALPHABET.charAt(checksum >>> (GROUP_BITS * i) & 31));
        }
        return text.toString();
    }

    /** Returns whether a text has this prefix, a right checksum and data of {@code length} bytes; lower case only. */
    static boolean isValid(String text, String prefix, int length) {
        int groups = (length * 8 + GROUP_BITS - 1) / GROUP_BITS;
        int start = prefix.length() + 1;
        if (!text.startsWith(prefix + '1') || text.length() != start + groups + CHECKSUM_LENGTH) {
            return false;
        }
        int checksum = ofPrefix(prefix);
        for (int i = start; i < text.length(); i++) {
            int group = ALPHABET.indexOf(text.charAt(i));
            if (group < 0) {
                return false;
            }
            checksum = step(checksum, group);
        }
        int padding = groups * GROUP_BITS - length * 8;
        int last = ALPHABET.indexOf(text.charAt(start + groups - 1));
        return checksum == 1 && (last & ((1 << padding) - 1)) == 0;
    }

    private static int ofPrefix(String prefix) {
        int checksum = 1;
        for (int i = 0; i < prefix.length(); i++) {
            checksum = step(checksum, prefix.charAt(i) >>> GROUP_BITS);
        }
        checksum = step(checksum, 0);
        for (int i = 0; i < prefix.length(); i++) {
            checksum = step(checksum, prefix.charAt(i) & 31);
        }
        return checksum;
    }

    private static int step(int checksum, int group) {
        int top = checksum >>> 25;
        int next = (checksum & 0x1ffffff) << GROUP_BITS ^ group;
        for (int i = 0; i < CODE.length; i++) {
            next ^= (top >>> i & 1) == 0 ? 0 : CODE[i];
        }
        return next;
    }
}
