package network.pokt.mlqos.relay.shannon;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import network.pokt.mlqos.relay.shannon.message.Account;
import network.pokt.mlqos.time.TimeSource;

/**
 * The keys of accounts, read and checked once: a key has to be a point of the curve and to hash to the address that it is for,
 * so that not even a full node can pass off another. Thread-safe.
 */
final class AccountKeys {

    private static final Duration FOR_EVER = Duration.ofDays(365_000);

    /** As many as the client of the chain remembers. */
    private static final int ROOM = 20_000;

    private final ShannonNode chain;
    private final Memory<String, Optional<PocketPublicKey>> keys;

    AccountKeys(ShannonNode chain, TimeSource time) {
        this.chain = chain;
        // The client of the chain knows for how long an account is left without a key.
        keys = new Memory<>(time, ROOM, key -> key.isPresent() ? FOR_EVER : Duration.ZERO);
    }

    /** Returns the key of an address, or nothing if its account has none. */
    CompletableFuture<Optional<PocketPublicKey>> of(String address) {
        return keys.get(address, asked -> chain.account(asked).thenApply(account -> read(asked, account)));
    }

    private static Optional<PocketPublicKey> read(String address, Account account) {
        if (account.publicKey().isEmpty()) {
            return Optional.empty();
        }
        PocketPublicKey key;
        try {
            key = PocketPublicKey.of(account.publicKey().toByteArray());
        } catch (IllegalArgumentException e) {
            throw ChainException.unavailable(
                    "The key of account " + address + " is no point of the curve; ask another full node.");
        }
        if (!key.address().equals(address)) {
            throw ChainException.unavailable("The full node gave account " + address + " the key of " + key.address()
                    + "; ask another full node.");
        }
        return Optional.of(key);
    }
}
