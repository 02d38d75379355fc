package network.pokt.mlqos.relay.shannon;

/** The address of an account on Pocket Network: {@code pokt1...}, bech32 of the RIPEMD-160 of the SHA-256 of its key. */
public final class PocketAddress {

    private static final String PREFIX = "pokt";

    private PocketAddress() {}

    static String of(byte[] compressedKey) {
        return Bech32.encode(PREFIX, Ripemd160.of(Digests.sha256(compressedKey)));
    }

    /** Returns whether a text is an address: its prefix, its length and its checksum; not whether the account exists. */
    public static boolean isValid(String text) {
        return Bech32.isValid(text, PREFIX, Ripemd160.BYTES);
    }
}
