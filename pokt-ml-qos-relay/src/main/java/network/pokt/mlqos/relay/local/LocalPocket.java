package network.pokt.mlqos.relay.local;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import network.pokt.mlqos.relay.http.OpenAiHttpTransport;
import network.pokt.mlqos.relay.shannon.ShannonNode;
import network.pokt.mlqos.relay.shannon.ShannonTransport;
import network.pokt.mlqos.relay.shannon.message.Application;
import network.pokt.mlqos.relay.shannon.message.Coin;
import network.pokt.mlqos.relay.shannon.message.RpcType;
import network.pokt.mlqos.relay.shannon.message.Service;
import network.pokt.mlqos.relay.shannon.message.SessionHeader;
import network.pokt.mlqos.relay.shannon.message.SharedParams;
import network.pokt.mlqos.relay.shannon.message.Supplier;
import network.pokt.mlqos.relay.shannon.message.SupplierEndpoint;
import network.pokt.mlqos.relay.shannon.message.SupplierService;
import network.pokt.mlqos.time.TimeSource;
import org.jspecify.annotations.Nullable;

/**
 * A Pocket network on this machine: one full node, and a relay miner in front of each backend.
 *
 * <pre>{@code
 * try (LocalPocket pocket = LocalPocket.builder()
 *         .service("llm", 100)
 *         .supplier("alice", "llm", URI.create("http://127.0.0.1:8000"))
 *         .application("app", "llm")
 *         .start()) {
 *     ShannonTransport transport = pocket.transport().build();
 *     transport.connect().join();
 *     Node alice = transport.directory().nodes().get(0);
 *     pocket.advance(10); // blocks: another session begins
 * }
 * }</pre>
 *
 * <p>Accounts follow from their names, sessions from the height, so everything but the ports is the same in every run.
 * Thread-safe.
 */
public final class LocalPocket implements AutoCloseable {

    private final LocalChain chain;
    private final LocalFullNode fullNode;
    private final Map<String, LocalMiner> miners;
    private final List<Tenancy> tenancies;
    private final OpenAiHttpTransport backends;
    private final TimeSource time;
    private final @Nullable Duration blockTime;
    private volatile boolean closed;

    private record Tenancy(LocalAccount account, String service, List<String> gateways, long stake) {}

    private record Stake(LocalAccount account, String service, URI backend, MinerStyle style) {}

    private LocalPocket(Builder builder, LocalChain chain, OpenAiHttpTransport backends) throws IOException {
        this.chain = chain;
        this.backends = backends;
        this.time = builder.time;
        this.blockTime = builder.blockTime;
        this.tenancies = List.copyOf(builder.tenancies);
        this.miners = new LinkedHashMap<>();
        tenancies.forEach(this::stake);
        for (Stake stake : builder.stakes) {
            LocalMiner miner =
                    new LocalMiner(chain, stake.account, stake.style, stake.backend, backends, builder.nextPort());
            miners.put(stake.account.name(), miner);
            stake(stake, miner.uri());
        }
        this.fullNode = new LocalFullNode(chain, builder.port);
        if (blockTime != null) {
            time.schedule(blockTime, this::nextBlock);
        }
    }

    private void stake(Tenancy tenancy) {
        chain.publish(tenancy.account);
        List<String> gateways = new ArrayList<>();
        for (String gateway : tenancy.gateways) {
            LocalAccount account = LocalAccount.of(gateway);
            chain.publish(account);
            gateways.add(account.address());
        }
        chain.stake(new Application(
                tenancy.account.address(),
                new Coin("upokt", Long.toString(tenancy.stake)),
                List.of(tenancy.service),
                gateways,
                new TreeMap<>(),
                null));
    }

    private void stake(Stake stake, URI uri) {
        chain.publish(stake.account);
        String address = stake.account.address();
        SupplierEndpoint endpoint = new SupplierEndpoint(uri.toString(), RpcType.JSON_RPC);
        chain.stake(new Supplier(
                address,
                address,
                new Coin("upokt", Long.toString(Builder.SUPPLIER_STAKE)),
                List.of(new SupplierService(stake.service, List.of(endpoint)))));
    }

    private void nextBlock() {
        if (!closed && blockTime != null) {
            time.schedule(blockTime, this::nextBlock);
            chain.advance(1);
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Returns the address of the full node. */
    public URI uri() {
        return fullNode.uri();
    }

    public LocalFullNode fullNode() {
        return fullNode;
    }

    /** Returns the miner of the supplier of that name. */
    public LocalMiner miner(String supplier) {
        LocalMiner miner = miners.get(supplier);
        if (miner == null) {
            throw new IllegalArgumentException(
                    "There is no supplier '" + supplier + "' here, there are " + miners.keySet() + ".");
        }
        return miner;
    }

    public List<LocalMiner> miners() {
        return List.copyOf(miners.values());
    }

    /** Returns the account of that name, whether or not anybody has staked with it. */
    public LocalAccount account(String name) {
        return LocalAccount.of(name);
    }

    /** Returns the height of the newest block. */
    public long height() {
        return chain.height();
    }

    /** Makes blocks and returns the new height. */
    public long advance(long blocks) {
        if (blocks < 0) {
            throw new IllegalArgumentException("A chain only grows, it cannot advance by " + blocks + " blocks.");
        }
        return chain.advance(blocks);
    }

    /** Returns the header of the session in which an application is now. */
    public SessionHeader session(String application, String service) {
        return chain.session(account(application).address(), service, 0, chain.height())
                .header();
    }

    /** Makes an account one that never sent a transaction, so that nobody knows its key. */
    public void withdrawKey(String name) {
        chain.withdraw(account(name).address());
    }

    /** Begins a transport for all applications of this network, each signing with its own key. */
    public ShannonTransport.Builder transport() {
        ShannonTransport.Builder transport = ShannonTransport.builder(ShannonNode.rest(uri()));
        tenancies.forEach(
                tenancy -> transport.application(tenancy.account.address(), tenancy.service, tenancy.account.key()));
        return transport;
    }

    /** Frees all ports and ends all threads. */
    @Override
    public void close() {
        closed = true;
        miners.values().forEach(LocalMiner::close);
        fullNode.close();
        backends.close();
    }

    /** Collects the parts of a network. Not thread-safe. */
    public static final class Builder {

        /** Above the minimum of the main network, 59,500 POKT. */
        static final long SUPPLIER_STAKE = 60_000_000_000L;

        /** 1,000 POKT, the minimum of the main network. */
        private static final long APPLICATION_STAKE = 1_000_000_000L;

        /** Price and granularity of a compute unit on the main network: 0.14599 uPOKT. */
        private static final long PRICE = 145_990;

        private static final long GRANULARITY = 1_000_000;

        private final Map<String, Service> services = new LinkedHashMap<>();
        private final List<Stake> stakes = new ArrayList<>();
        private final List<Tenancy> tenancies = new ArrayList<>();
        private int blocksPerSession = 10;
        private int graceBlocks = 1;
        private int suppliersPerSession = 15;
        private TimeSource time = TimeSource.system();
        private @Nullable Duration blockTime;
        private int port;
        private int portsGiven;

        private Builder() {}

        /** Registers a service and what each of its relays counts. */
        public Builder service(String id, long computeUnitsPerRelay) {
            services.put(
                    id,
                    new Service(
                            id,
                            id,
                            computeUnitsPerRelay,
                            LocalAccount.of("owner of " + id).address()));
            return this;
        }

        /** Puts a miner of the newer kind in front of {@code backend} and stakes it as a supplier of the service. */
        public Builder supplier(String name, String service, URI backend) {
            return supplier(name, service, backend, MinerStyle.HA);
        }

        /** Puts a miner of that kind in front of {@code backend} and stakes it as a supplier of the service. */
        public Builder supplier(String name, String service, URI backend, MinerStyle style) {
            if (stakes.stream().anyMatch(stake -> stake.account.name().equals(name))) {
                throw new IllegalArgumentException("Supplier '" + name + "' is given twice, rename one.");
            }
            stakes.add(new Stake(LocalAccount.of(name), registered(service), backend, style));
            return this;
        }

        /** Stakes an application for a service, with 1,000 POKT, that delegates to these gateways. */
        public Builder application(String name, String service, String... gateways) {
            return application(name, service, APPLICATION_STAKE, gateways);
        }

        /** Stakes an application for a service, with {@code stake} uPOKT, that delegates to these gateways. */
        public Builder application(String name, String service, long stake, String... gateways) {
            tenancies.add(new Tenancy(LocalAccount.of(name), registered(service), List.of(gateways), stake));
            return this;
        }

        private String registered(String service) {
            if (!services.containsKey(service)) {
                throw new IllegalArgumentException(
                        "Service '" + service + "' is not registered, register it with service(..) before.");
            }
            return service;
        }

        /** How many blocks a session has, at least 2; 10 unless set, as on poktroll's own local network. */
        public Builder blocksPerSession(int blocks) {
            if (blocks < 2) {
                throw new IllegalArgumentException("A session needs at least 2 blocks, got " + blocks + ".");
            }
            this.blocksPerSession = blocks;
            return this;
        }

        /** For how many blocks after its end a session is served; 1 unless set. */
        public Builder graceBlocks(int blocks) {
            this.graceBlocks = blocks;
            return this;
        }

        /** How many suppliers a session has at most; 15 unless set. */
        public Builder suppliersPerSession(int suppliers) {
            this.suppliersPerSession = suppliers;
            return this;
        }

        /** Makes a block every so often; unless set, blocks come by {@link LocalPocket#advance} only. */
        public Builder blockTime(Duration blockTime) {
            this.blockTime = blockTime;
            return this;
        }

        /** The port of the full node; miners get the ports after it. Free ports unless set. */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /** Where the time of blocks comes from; the machine unless set. */
        public Builder timeSource(TimeSource time) {
            this.time = time;
            return this;
        }

        private int nextPort() {
            portsGiven++;
            return port == 0 ? 0 : port + portsGiven;
        }

        /** Starts the network. */
        public LocalPocket start() throws IOException {
            // Claim and proof windows are the defaults of poktroll: 1, 4, 0 and 4 blocks.
            SharedParams params = new SharedParams(blocksPerSession, graceBlocks, 1, 4, 0, 4, PRICE, GRANULARITY, 1, 1);
            LocalChain chain = new LocalChain(params, suppliersPerSession, services);
            OpenAiHttpTransport backends = OpenAiHttpTransport.create();
            try {
                return new LocalPocket(this, chain, backends);
            } catch (IOException | RuntimeException e) {
                backends.close();
                throw e;
            }
        }
    }
}
