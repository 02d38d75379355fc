package network.pokt.mlqos.relay.local;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import network.pokt.mlqos.relay.shannon.PocketPrivateKey;

/**
 * An account of the local network. Its key follows from its name, so addresses are the same in every run; it protects nothing.
 *
 * @param name what the account is called here
 * @param address its address
 * @param key its private key
 */
public record LocalAccount(String name, String address, PocketPrivateKey key) {

    static LocalAccount of(String name) {
        PocketPrivateKey key = PocketPrivateKey.of(secret(name));
        return new LocalAccount(name, key.publicKey().address(), key);
    }

    private static byte[] secret(String name) {
        return hash("local pocket account " + name);
    }

    /** Returns the number of the private key in hex, to give it to a program that is not ours. */
    public String secretHex() {
        return HexFormat.of().formatHex(secret(name));
    }

    static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256, this one has not.", e);
        }
    }

    /** Returns name and address. */
    @Override
    public String toString() {
        return name + " " + address;
    }
}
