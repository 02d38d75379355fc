package network.pokt.mlqos.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import javax.security.auth.Destroyable;

/**
 * The Ed25519 key (RFC 8032) with which a ledger is signed. Thread-safe.
 *
 * <p>It never shows itself: no text of it holds more than the public key. {@link #destroy} overwrites the bytes that it holds;
 * copies that the platform makes while it signs are left to the garbage collector.
 */
public final class LedgerKey implements Destroyable {

    private static final String ALGORITHM = "Ed25519";

    private final byte[] secret;
    private final PublicKey publicKey;
    private boolean destroyed;

    private LedgerKey(byte[] secret, PublicKey publicKey) {
        this.secret = secret;
        this.publicKey = publicKey;
    }

    /** Makes a new key of the platform's secure randomness. */
    public static LedgerKey generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new LedgerKey(pair.getPrivate().getEncoded(), pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw unavailable(e);
        }
    }

    /**
     * Reads a key that {@link #save} wrote.
     *
     * @throws StoreException if the file cannot be read or holds no pair of keys that belong together
     */
    public static LedgerKey load(Path file) {
        byte[] secret = new byte[0];
        try {
            String[] lines = Files.readString(file).split("\n", -1);
            secret = Base64.getDecoder().decode(lines[0]);
            PublicKey publicKey = publicKey(lines.length > 1 ? lines[1] : "");
            LedgerKey key = new LedgerKey(secret, publicKey);
            byte[] proof = {1, 2, 3};
            if (verify(publicKey, proof, key.sign(proof))) {
                return key;
            }
        } catch (IOException | IllegalArgumentException e) {
            Arrays.fill(secret, (byte) 0);
            // The cause is not passed on: its message could quote what it could not read.
            throw new StoreException("The key file " + file + " cannot be read ("
                    + e.getClass().getSimpleName() + "), restore it from a copy.");
        }
        throw new StoreException("The two keys in " + file + " do not belong together, restore it from a copy.");
    }

    /** Writes both keys to a new file that only its owner may read, where the file system knows owners. */
    public void save(Path file) {
        try {
            Files.createFile(file, ownerOnly(file));
            String text = Base64.getEncoder().encodeToString(secretBytes()) + "\n" + publicText() + "\n";
            Files.writeString(file, text, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new StoreException(
                    "The key cannot be written to " + file + " (" + e + "), give the name of a new file.", e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE))
                }
                : new FileAttribute<?>[0];
    }

    public PublicKey publicKey() {
        return publicKey;
    }

    /** Returns the public key as people hand it around: X.509 in Base64. */
    public String publicText() {
        return Base64.getEncoder().encodeToString(publicKey.getEncoded());
    }

    /**
     * Reads a public key from the text that {@link #publicText} gives.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static PublicKey publicKey(String text) {
        try {
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("This is no Ed25519 public key in X.509 and Base64.", e);
        }
    }

    byte[] sign(byte[] message) {
        byte[] encoded = secretBytes();
        try {
            PrivateKey key = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("This is no Ed25519 private key.");
        } finally {
            Arrays.fill(encoded, (byte) 0);
        }
    }

    static boolean verify(PublicKey key, byte[] message, byte[] signed) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            // A signature that cannot even be read was not made by this key.
            return false;
        }
    }

    private synchronized byte[] secretBytes() {
        if (destroyed) {
            throw new IllegalStateException("This key is destroyed, load it again.");
        }
        return secret.clone();
    }

    @Override
    public synchronized void destroy() {
        Arrays.fill(secret, (byte) 0);
        destroyed = true;
    }

    @Override
    public synchronized boolean isDestroyed() {
        return destroyed;
    }

    @Override
    public String toString() {
        return "Ed25519 key pair, public key " + publicText();
    }

    private static StoreException unavailable(GeneralSecurityException e) {
        return new StoreException("This Java platform has no Ed25519 (it came with 15), use one that has.", e);
    }
}
