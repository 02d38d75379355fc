package network.pokt.mlqos.relay.local;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import network.pokt.mlqos.relay.shannon.PocketPublicKey;
import network.pokt.mlqos.relay.shannon.RelayBudget;
import network.pokt.mlqos.relay.shannon.Ring;
import network.pokt.mlqos.relay.shannon.RingSignature;
import network.pokt.mlqos.relay.shannon.message.Application;
import network.pokt.mlqos.relay.shannon.message.Service;
import network.pokt.mlqos.relay.shannon.message.Session;
import network.pokt.mlqos.relay.shannon.message.SessionHeader;
import network.pokt.mlqos.relay.shannon.message.ShannonRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a miner checks before it serves a relay, in the order of poktroll ab401edc ({@code pkg/relayer/proxy/sync.go},
 * {@code relay_authenticator/relay_verifier.go}). Thread-safe.
 */
final class MinerGate {

    /** Stands in the ring of applications that delegate to nobody; poktroll ab401edc, {@code pkg/crypto/rings/client.go}. */
    private static final PocketPublicKey PLACEHOLDER = PocketPublicKey.of(
            HexFormat.of().parseHex("021066f293709356a33e9c13017867586baf52513e845bc4335233a15ed1e00baf"));

    private final LocalChain chain;
    private final String operatorAddress;
    private final Map<String, AtomicLong> served = new ConcurrentHashMap<>();
    private final AtomicLong lag = new AtomicLong();
    private volatile long allowance = -1;

    MinerGate(LocalChain chain, String operatorAddress) {
        this.chain = chain;
        this.operatorAddress = operatorAddress;
    }

    /** Makes the miner know the chain only up to this many blocks before the newest. */
    void lag(long blocks) {
        lag.set(blocks);
    }

    /** Makes the miner serve this many relays per session instead of those that are paid for. */
    void allow(long relays) {
        allowance = relays;
    }

    /** Returns why the relay is refused, if it is; a relay that is not counts. */
    @Nullable
    MinerRefusal refusal(ShannonRequest request) {
        SessionHeader header = request.sessionHeader();
        if (header == null || !isComplete(header) || request.signature().isEmpty()) {
            return MinerRefusal.INCOMPLETE;
        }
        if (!request.supplierOperatorAddress().equals(operatorAddress)) {
            return MinerRefusal.WRONG_SUPPLIER;
        }
        if (chain.service(header.serviceId()).isEmpty()) {
            return MinerRefusal.NOT_SERVED;
        }
        long height = Math.max(1, chain.height() - lag.get());
        if (height > chain.grid().graceEnd(header.sessionEndBlockHeight())) {
            return MinerRefusal.EXPIRED;
        }
        Optional<Session> session = session(header, height);
        if (session.isEmpty()) {
            return MinerRefusal.SESSION_MISMATCH;
        }
        if (!ringIsValid(request, header)) {
            return MinerRefusal.RING_INVALID;
        }
        if (!header.equals(session.get().header())) {
            return MinerRefusal.SESSION_MISMATCH;
        }
        boolean member = session.get().suppliers().stream()
                .anyMatch(supplier -> supplier.operatorAddress().equals(operatorAddress));
        if (!member) {
            return MinerRefusal.NOT_IN_SESSION;
        }
        return isMetered(session.get()) ? null : MinerRefusal.RATE_LIMITED;
    }

    private static boolean isComplete(SessionHeader header) {
        return !header.applicationAddress().isEmpty()
                && !header.serviceId().isEmpty()
                && !header.sessionId().isEmpty()
                && header.sessionStartBlockHeight() >= 1
                && header.sessionEndBlockHeight() > header.sessionStartBlockHeight();
    }

    /** In its grace period a session is looked up at its end instead of at the newest block. */
    private Optional<Session> session(SessionHeader header, long height) {
        long at = Math.min(height, header.sessionEndBlockHeight());
        try {
            return Optional.of(chain.session(header.applicationAddress(), header.serviceId(), at, height));
        } catch (ChainRefusal e) {
            return Optional.empty();
        }
    }

    private boolean ringIsValid(ShannonRequest request, SessionHeader header) {
        Optional<Ring> allowed = ring(header);
        if (allowed.isEmpty()) {
            return false;
        }
        try {
            RingSignature signature = RingSignature.parse(request.signature().toByteArray());
            return allowed.get().covers(signature.ring()) && signature.verify(request.signableHash());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Who may sign: the application, its gateways at the end of the session, the placeholder if there is none. */
    private Optional<Ring> ring(SessionHeader header) {
        Optional<Application> application = chain.application(header.applicationAddress());
        if (application.isEmpty()) {
            return Optional.empty();
        }
        List<PocketPublicKey> keys = new ArrayList<>();
        chain.key(header.applicationAddress()).ifPresent(keys::add);
        List<String> gateways = application.get().gatewaysAt(header.sessionEndBlockHeight());
        gateways.forEach(gateway -> chain.key(gateway).ifPresent(keys::add));
        if (gateways.isEmpty()) {
            keys.add(PLACEHOLDER);
        }
        return keys.size() < Ring.MIN_KEYS ? Optional.empty() : Optional.of(new Ring(keys));
    }

    private boolean isMetered(Session session) {
        AtomicLong count = served.computeIfAbsent(session.header().sessionId(), id -> new AtomicLong());
        return count.incrementAndGet() <= (allowance < 0 ? budget(session) : allowance);
    }

    private long budget(Session session) {
        Application application = session.application();
        Optional<Service> service = chain.service(session.header().serviceId());
        if (application == null || application.stake() == null || service.isEmpty()) {
            return 0;
        }
        return RelayBudget.of(
                        new BigInteger(application.stake().amount()),
                        chain.suppliersPerSession(),
                        chain.params(),
                        service.get().computeUnitsPerRelay())
                .relays();
    }
}
