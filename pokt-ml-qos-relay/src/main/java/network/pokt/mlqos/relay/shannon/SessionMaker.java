package network.pokt.mlqos.relay.shannon;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import network.pokt.mlqos.relay.shannon.message.Application;
import network.pokt.mlqos.relay.shannon.message.Coin;
import network.pokt.mlqos.relay.shannon.message.Service;
import network.pokt.mlqos.relay.shannon.message.Session;
import network.pokt.mlqos.relay.shannon.message.SessionHeader;
import network.pokt.mlqos.relay.shannon.message.SharedParams;
import network.pokt.mlqos.relay.shannon.message.Supplier;
import network.pokt.mlqos.transport.FaultCause;

/**
 * Fetches the newest session of an application together with everything that its relays need: parameters of its height, price,
 * keys of the ring and of all its suppliers. Thread-safe.
 */
final class SessionMaker {

    private final ShannonNode chain;
    private final AccountKeys keys;
    private final Map<String, String> models;
    private final double budgetShare;

    /**
     * @param models what the nodes of a service claim to serve, by service id
     * @param budgetShare which part of a supplier's budget is used, 0 to 1
     */
    SessionMaker(ShannonNode chain, AccountKeys keys, Map<String, String> models, double budgetShare) {
        this.chain = chain;
        this.keys = keys;
        this.models = Map.copyOf(models);
        this.budgetShare = budgetShare;
    }

    CompletableFuture<LiveSession> prepare(Tenant tenant) {
        return chain.session(tenant.application(), tenant.service(), ShannonNode.LATEST)
                .thenApply(session -> checked(tenant, session))
                .thenCompose(session -> prepare(tenant, session));
    }

    private CompletableFuture<LiveSession> prepare(Tenant tenant, Session session) {
        long start = session.header().sessionStartBlockHeight();
        CompletableFuture<SharedParams> params = chain.sharedParams(start);
        CompletableFuture<Long> suppliersPerSession = chain.suppliersPerSession();
        CompletableFuture<Service> service = chain.service(tenant.service());
        CompletableFuture<Application> application = session.application() == null
                ? chain.application(tenant.application())
                : CompletableFuture.completedFuture(session.application());
        CompletableFuture<RingSigner> signer = application.thenCompose(staked -> signer(tenant, staked, session));
        CompletableFuture<Void> supplierKeys = supplierKeys(session);
        return CompletableFuture.allOf(params, suppliersPerSession, service, signer, supplierKeys)
                .thenApply(done -> {
                    try {
                        BigInteger stake = stake(application.join());
                        RelayBudget budget = RelayBudget.of(
                                stake,
                                suppliersPerSession.join(),
                                params.join(),
                                service.join().computeUnitsPerRelay());
                        return live(session, SessionGrid.of(params.join()), budget, signer.join());
                    } catch (IllegalArgumentException e) {
                        // The chain's numbers make no sense, and the message says which.
                        throw ChainException.unavailable(String.valueOf(e.getMessage()));
                    }
                });
    }

    private LiveSession live(Session session, SessionGrid grid, RelayBudget budget, RingSigner signer) {
        long relays = budget.relays();
        long allowance = relays == RelayBudget.UNLIMITED ? relays : (long) (relays * budgetShare);
        return LiveSession.of(session, grid, allowance, budget, signer, SessionNodes.of(session, models));
    }

    private static Session checked(Tenant tenant, Session session) {
        SessionHeader header = session.header();
        boolean asked = header.applicationAddress().equals(tenant.application())
                && header.serviceId().equals(tenant.service());
        boolean sane = !header.sessionId().isEmpty()
                && header.sessionStartBlockHeight() >= 1
                && header.sessionEndBlockHeight() >= header.sessionStartBlockHeight();
        if (!asked || !sane) {
            throw ChainException.unavailable("The full node was asked for a session of " + tenant + " and answered "
                    + header + "; ask another full node.");
        }
        return session;
    }

    private static BigInteger stake(Application application) {
        Coin stake = application.stake();
        try {
            return stake == null ? BigInteger.ZERO : new BigInteger(stake.amount());
        } catch (NumberFormatException e) {
            throw ChainException.unavailable(
                    "The stake of application " + application.address() + " is no number; ask another full node.");
        }
    }

    /** Keys are asked for ahead and then remembered; a supplier whose key cannot be had now is asked about with its relays. */
    private CompletableFuture<Void> supplierKeys(Session session) {
        return CompletableFuture.allOf(session.suppliers().stream()
                .map(Supplier::operatorAddress)
                .map(operator -> keys.of(operator).handle((key, thrown) -> operator))
                .toArray(CompletableFuture<?>[]::new));
    }

    private CompletableFuture<RingSigner> signer(Tenant tenant, Application application, Session session) {
        List<String> gateways = application.gatewaysAt(session.header().sessionEndBlockHeight());
        CompletableFuture<PocketPublicKey> own = ringKey(tenant.application());
        List<CompletableFuture<PocketPublicKey>> delegated = new ArrayList<>();
        gateways.forEach(gateway -> delegated.add(ringKey(gateway)));
        return CompletableFuture.allOf(delegated.toArray(CompletableFuture<?>[]::new))
                .thenCombine(own, (done, key) -> ring(key, delegated))
                .thenApply(ring -> signer(tenant, ring));
    }

    private static Ring ring(PocketPublicKey own, List<CompletableFuture<PocketPublicKey>> delegated) {
        return Ring.of(own, delegated.stream().map(CompletableFuture::join).toList());
    }

    private static RingSigner signer(Tenant tenant, Ring ring) {
        if (!ring.keys().contains(tenant.key())) {
            throw new ChainException(
                    FaultCause.UNAUTHORIZED,
                    "The key of " + tenant.key().address() + " may not sign for application " + tenant.application()
                            + ": use the application's key, or delegate to that address as a gateway.");
        }
        return tenant.signers().of(ring);
    }

    private CompletableFuture<PocketPublicKey> ringKey(String address) {
        return keys.of(address)
                .thenApply(key -> key.orElseThrow(() -> new ChainException(
                        FaultCause.UNAUTHORIZED,
                        "The account " + address
                                + " of the ring has no key on chain yet; send a transaction from it.")));
    }
}
