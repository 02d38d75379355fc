package network.pokt.mlqos.relay.local;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import network.pokt.mlqos.relay.shannon.PocketPublicKey;
import network.pokt.mlqos.relay.shannon.SessionGrid;
import network.pokt.mlqos.relay.shannon.message.Account;
import network.pokt.mlqos.relay.shannon.message.Application;
import network.pokt.mlqos.relay.shannon.message.RelayMiningDifficulty;
import network.pokt.mlqos.relay.shannon.message.Service;
import network.pokt.mlqos.relay.shannon.message.Session;
import network.pokt.mlqos.relay.shannon.message.SessionHeader;
import network.pokt.mlqos.relay.shannon.message.SharedParams;
import network.pokt.mlqos.relay.shannon.message.Supplier;
import network.pokt.mlqos.relay.shannon.message.SupplierService;
import network.pokt.mlqos.transport.Payload;

/**
 * What the local chain knows: height, parameters, who is staked for what, and the sessions that follow from it. A session's
 * suppliers are drawn by its id, so they change from session to session and are the same in every run. Thread-safe.
 */
final class LocalChain {

    /** The easiest: every relay is claimed. */
    private static final byte[] EASIEST = HexFormat.of().parseHex("ff".repeat(32));

    private final SharedParams params;
    private final SessionGrid grid;
    private final int suppliersPerSession;
    private final Map<String, Service> services;
    private final Map<String, Application> applications = new ConcurrentHashMap<>();
    private final Map<String, Supplier> suppliers = new ConcurrentHashMap<>();
    private final Map<String, PocketPublicKey> keys = new ConcurrentHashMap<>();
    private final AtomicLong height = new AtomicLong(1);

    LocalChain(SharedParams params, int suppliersPerSession, Map<String, Service> services) {
        this.params = params;
        this.grid = SessionGrid.of(params);
        this.suppliersPerSession = suppliersPerSession;
        this.services = Map.copyOf(services);
    }

    SharedParams params() {
        return params;
    }

    SessionGrid grid() {
        return grid;
    }

    int suppliersPerSession() {
        return suppliersPerSession;
    }

    long height() {
        return height.get();
    }

    long advance(long blocks) {
        return height.addAndGet(blocks);
    }

    void stake(Application application) {
        applications.put(application.address(), application);
    }

    void stake(Supplier supplier) {
        suppliers.put(supplier.operatorAddress(), supplier);
    }

    void unstake(String operatorAddress) {
        suppliers.remove(operatorAddress);
    }

    /** Makes a key known, as an account's first transaction does. */
    void publish(LocalAccount account) {
        keys.put(account.address(), account.key().publicKey());
    }

    /** Makes an account one that never sent a transaction. */
    void withdraw(String address) {
        keys.remove(address);
    }

    Optional<Service> service(String id) {
        return Optional.ofNullable(services.get(id));
    }

    Optional<Application> application(String address) {
        return Optional.ofNullable(applications.get(address));
    }

    Optional<Supplier> supplier(String operatorAddress) {
        return Optional.ofNullable(suppliers.get(operatorAddress));
    }

    Optional<PocketPublicKey> key(String address) {
        return Optional.ofNullable(keys.get(address));
    }

    Account account(String address) {
        return new Account(
                address, key(address).map(key -> Payload.of(key.toByteArray())).orElse(Payload.empty()));
    }

    RelayMiningDifficulty difficulty(String serviceId) {
        return new RelayMiningDifficulty(serviceId, 1, 0, Payload.of(EASIEST));
    }

    /**
     * Returns the session around {@code at} as it is seen at the height {@code now}.
     *
     * @throws ChainRefusal in the words of the chain
     */
    Session session(String applicationAddress, String serviceId, long at, long now) {
        if (at > now) {
            throw new ChainRefusal(13, "height " + at + " is ahead of the last committed block " + now);
        }
        Application application = applications.get(applicationAddress);
        if (application == null) {
            throw new ChainRefusal(13, "application not found: " + applicationAddress);
        }
        if (!application.serviceIds().contains(serviceId)) {
            throw new ChainRefusal(13, "application " + applicationAddress + " not staked for service " + serviceId);
        }
        long start = grid.start(at == 0 ? now : at);
        String id = sessionId(applicationAddress, serviceId, start);
        List<Supplier> drawn = draw(id, serviceId);
        if (drawn.isEmpty()) {
            throw new ChainRefusal(13, "no suppliers found for service " + serviceId);
        }
        SessionHeader header = new SessionHeader(applicationAddress, serviceId, id, start, grid.end(start));
        return new Session(header, grid.number(start), params.numBlocksPerSession(), application, drawn);
    }

    private List<Supplier> draw(String sessionId, String serviceId) {
        return suppliers.values().stream()
                .filter(supplier -> serves(supplier, serviceId))
                .sorted(Comparator.comparing(supplier -> lot(sessionId, supplier)))
                .limit(suppliersPerSession)
                .map(supplier -> only(supplier, serviceId))
                .toList();
    }

    private static boolean serves(Supplier supplier, String serviceId) {
        return supplier.services().stream()
                .anyMatch(service -> service.serviceId().equals(serviceId));
    }

    private static String lot(String sessionId, Supplier supplier) {
        return HexFormat.of().formatHex(LocalAccount.hash(sessionId + supplier.operatorAddress()));
    }

    /** A session lists its suppliers with no other service than its own. */
    private static Supplier only(Supplier supplier, String serviceId) {
        List<SupplierService> services = supplier.services().stream()
                .filter(service -> service.serviceId().equals(serviceId))
                .toList();
        return new Supplier(supplier.ownerAddress(), supplier.operatorAddress(), supplier.stake(), services);
    }

    /** As poktroll's {@code GetSessionId} does: block hash, service, application and start, with dots between them. */
    private static String sessionId(String application, String service, long start) {
        byte[] blockHash = LocalAccount.hash("local pocket block " + start);
        byte[] rest = ("." + service + "." + application + ".").getBytes(StandardCharsets.UTF_8);
        ByteBuffer all = ByteBuffer.allocate(blockHash.length + rest.length + Long.BYTES)
                .put(blockHash)
                .put(rest)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(start);
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA3-256").digest(all.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform from 9 on has SHA3-256, this one has not.", e);
        }
    }
}
