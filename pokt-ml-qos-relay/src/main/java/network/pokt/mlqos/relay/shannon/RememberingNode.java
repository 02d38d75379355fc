package network.pokt.mlqos.relay.shannon;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import network.pokt.mlqos.relay.shannon.message.Account;
import network.pokt.mlqos.relay.shannon.message.Application;
import network.pokt.mlqos.relay.shannon.message.RelayMiningDifficulty;
import network.pokt.mlqos.relay.shannon.message.Service;
import network.pokt.mlqos.relay.shannon.message.Session;
import network.pokt.mlqos.relay.shannon.message.SharedParams;
import network.pokt.mlqos.relay.shannon.message.Supplier;
import network.pokt.mlqos.time.TimeSource;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.Payload;

/**
 * Remembers what cannot change: the key of an account, and what held at a height. An account without a key is asked for again
 * after a while, because it may send its first transaction. Everything else is passed on. Thread-safe.
 */
final class RememberingNode implements ShannonNode {

    /** As often as PATH asks again (protocol/shannon/fullnode_account_fetcher.go). */
    private static final Duration KEYLESS = Duration.ofMinutes(15);

    private static final Duration FOR_EVER = Duration.ofDays(365_000);

    /** More suppliers than a client meets in days; a key has 33 bytes. */
    private static final int MAX_ACCOUNTS = 20_000;

    /** A session has up to 100 kB, and only the current and the last of each application are asked for. */
    private static final int MAX_SESSIONS = 200;

    private static final int MAX_PARAMS = 1_000;

    private record SessionKey(String application, String service, long height) {}

    private final ShannonNode inner;
    private final Memory<String, Account> accounts;
    private final Memory<SessionKey, Session> sessions;
    private final Memory<Long, SharedParams> params;

    RememberingNode(ShannonNode inner, TimeSource time) {
        this.inner = inner;
        accounts =
                new Memory<>(time, MAX_ACCOUNTS, account -> account.publicKey().isEmpty() ? KEYLESS : FOR_EVER);
        sessions = new Memory<>(time, MAX_SESSIONS, session -> FOR_EVER);
        params = new Memory<>(time, MAX_PARAMS, held -> FOR_EVER);
    }

    @Override
    public CompletableFuture<Session> session(String applicationAddress, String serviceId, long height) {
        return height == LATEST
                ? inner.session(applicationAddress, serviceId, height)
                : sessions.get(
                        new SessionKey(applicationAddress, serviceId, height),
                        key -> inner.session(applicationAddress, serviceId, height));
    }

    @Override
    public CompletableFuture<SharedParams> sharedParams(long height) {
        return height == LATEST ? inner.sharedParams(height) : params.get(height, inner::sharedParams);
    }

    @Override
    public CompletableFuture<Account> account(String address) {
        return accounts.get(address, this::ask);
    }

    /** An account that does not exist is one that never sent a transaction. */
    private CompletableFuture<Account> ask(String address) {
        return inner.account(address).exceptionally(thrown -> {
            ChainException why = ChainException.of(thrown);
            if (why.fault() == FaultCause.BAD_REQUEST) {
                return new Account(address, Payload.empty());
            }
            throw why;
        });
    }

    @Override
    public CompletableFuture<Application> application(String address) {
        return inner.application(address);
    }

    @Override
    public CompletableFuture<Supplier> supplier(String operatorAddress) {
        return inner.supplier(operatorAddress);
    }

    @Override
    public CompletableFuture<Service> service(String id) {
        return inner.service(id);
    }

    @Override
    public CompletableFuture<Long> suppliersPerSession() {
        return inner.suppliersPerSession();
    }

    @Override
    public CompletableFuture<RelayMiningDifficulty> relayMiningDifficulty(String serviceId) {
        return inner.relayMiningDifficulty(serviceId);
    }

    @Override
    public CompletableFuture<Long> height() {
        return inner.height();
    }

    @Override
    public ShannonNode remembering(TimeSource time) {
        return this;
    }

    @Override
    public void close() {
        inner.close();
    }

    @Override
    public String toString() {
        return inner.toString();
    }
}
