package network.pokt.mlqos.relay.shannon;

import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import network.pokt.mlqos.relay.shannon.message.Account;
import network.pokt.mlqos.relay.shannon.message.Application;
import network.pokt.mlqos.relay.shannon.message.RelayMiningDifficulty;
import network.pokt.mlqos.relay.shannon.message.Service;
import network.pokt.mlqos.relay.shannon.message.Session;
import network.pokt.mlqos.relay.shannon.message.SessionHeader;
import network.pokt.mlqos.relay.shannon.message.SharedParams;
import network.pokt.mlqos.relay.shannon.message.Supplier;
import network.pokt.mlqos.transport.Payload;

/** A full node that tells one thing wrong. */
final class LyingNode implements ShannonNode {

    private final ShannonNode honest;
    private final UnaryOperator<Session> sessions;
    private final UnaryOperator<Account> accounts;

    private LyingNode(ShannonNode honest, UnaryOperator<Session> sessions, UnaryOperator<Account> accounts) {
        this.honest = honest;
        this.sessions = sessions;
        this.accounts = accounts;
    }

    static ShannonNode header(ShannonNode honest, String field) {
        return new LyingNode(honest, session -> with(session, changed(session.header(), field)), each -> each);
    }

    private static SessionHeader changed(SessionHeader header, String field) {
        return new SessionHeader(
                header.applicationAddress(),
                field.equals("service") ? "other" : header.serviceId(),
                field.equals("id") ? "00" + header.sessionId().substring(2) : header.sessionId(),
                header.sessionStartBlockHeight() + (field.equals("start") ? 1 : 0),
                header.sessionEndBlockHeight() + (field.equals("end") ? 1 : 0));
    }

    private static Session with(Session session, SessionHeader header) {
        return new Session(
                header, session.number(), session.blocksPerSession(), session.application(), session.suppliers());
    }

    static ShannonNode delegation(ShannonNode honest, String gateway) {
        return new LyingNode(
                honest,
                session -> new Session(
                        session.header(),
                        session.number(),
                        session.blocksPerSession(),
                        new Application(
                                session.application().address(),
                                session.application().stake(),
                                session.application().serviceIds(),
                                List.of(gateway),
                                new TreeMap<>(),
                                null),
                        session.suppliers()),
                each -> each);
    }

    static ShannonNode key(ShannonNode honest, String address, PocketPublicKey key) {
        return new LyingNode(
                honest,
                each -> each,
                account -> account.address().equals(address)
                        ? new Account(address, Payload.of(key.toByteArray()))
                        : account);
    }

    @Override
    public CompletableFuture<Session> session(String applicationAddress, String serviceId, long height) {
        return honest.session(applicationAddress, serviceId, height).thenApply(sessions);
    }

    @Override
    public CompletableFuture<Application> application(String address) {
        return honest.application(address);
    }

    @Override
    public CompletableFuture<Supplier> supplier(String operatorAddress) {
        return honest.supplier(operatorAddress);
    }

    @Override
    public CompletableFuture<Service> service(String id) {
        return honest.service(id);
    }

    @Override
    public CompletableFuture<SharedParams> sharedParams(long height) {
        return honest.sharedParams(height);
    }

    @Override
    public CompletableFuture<Long> suppliersPerSession() {
        return honest.suppliersPerSession();
    }

    @Override
    public CompletableFuture<RelayMiningDifficulty> relayMiningDifficulty(String serviceId) {
        return honest.relayMiningDifficulty(serviceId);
    }

    @Override
    public CompletableFuture<Account> account(String address) {
        return honest.account(address).thenApply(accounts);
    }

    @Override
    public CompletableFuture<Long> height() {
        return honest.height();
    }

    @Override
    public void close() {
        honest.close();
    }
}
