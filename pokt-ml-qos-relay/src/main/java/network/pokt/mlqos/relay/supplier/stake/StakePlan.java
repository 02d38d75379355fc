package network.pokt.mlqos.relay.supplier.stake;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import network.pokt.mlqos.relay.shannon.message.RpcType;
import network.pokt.mlqos.relay.supplier.stake.MinerConfig.PocketNode;
import org.jspecify.annotations.Nullable;

/**
 * One short description of a model to be served, from which all files follow. Immutable.
 *
 * <pre>{@code
 * StakePlan plan = StakePlan.builder("llama-3-8b", owner)
 *     .publicUrl(URI.create("https://relays.example.org"))
 *     .backend(URI.create("http://adapter:8080"))
 *     .build();
 * Files.writeString(Path.of("supplier.yaml"), plan.supplier().toYaml());
 * }</pre>
 */
public final class StakePlan {

    private final SupplierStake supplier;
    private final MinerConfig miner;
    private final ApplicationStake application;
    private final GatewayStake gateway;
    private final ServiceListing listing;

    private StakePlan(Builder plan, URI publicUrl, URI backend) {
        Optional<Duration> timeout = Optional.of(plan.timeout);
        ServiceEndpoint endpoint = new ServiceEndpoint(publicUrl, plan.rpcType, timeout);
        supplier = new SupplierStake(
                plan.owner,
                plan.operator,
                OptionalLong.of(plan.stakeUpokt),
                plan.shares,
                List.of(new ServiceOffer(plan.service, Map.of(), List.of(endpoint))));
        miner = new MinerConfig(
                List.of(plan.keyName),
                plan.timeout,
                "20MB",
                "/home/pocket/.pocket/smt",
                plan.node,
                List.of(new MinedService(
                        plan.service,
                        URI.create("http://0.0.0.0:" + plan.listenPort),
                        Map.of("", backend),
                        List.of(),
                        timeout,
                        Map.of())));
        application = new ApplicationStake(
                ApplicationStake.RECORDED_LEAST_UPOKT, plan.service, plan.gateways, OptionalLong.empty());
        gateway = new GatewayStake(plan.gatewayStakeUpokt);
        listing = new ServiceListing(plan.service, plan.name, plan.computeUnits);
    }

    /** Begins a plan for a service and the owner's address. */
    public static Builder builder(String service, String owner) {
        return new Builder(service, owner);
    }

    public SupplierStake supplier() {
        return supplier;
    }

    public MinerConfig miner() {
        return miner;
    }

    public ApplicationStake application() {
        return application;
    }

    public GatewayStake gateway() {
        return gateway;
    }

    public ServiceListing listing() {
        return listing;
    }

    /** Returns the content of each file, by name: supplier.yaml, relayminer.yaml, application.yaml and gateway.yaml. */
    public Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("supplier.yaml", supplier.toYaml());
        files.put("relayminer.yaml", miner.toYaml());
        files.put("application.yaml", application.toYaml());
        files.put("gateway.yaml", gateway.toYaml());
        return files;
    }

    /** Collects the parts of a plan. Not thread-safe. */
    public static final class Builder {

        private final String service;
        private final String owner;
        private String operator;
        private String name;
        private String keyName = "supplier";
        private long stakeUpokt = SupplierStake.RECORDED_LEAST_UPOKT;
        private long gatewayStakeUpokt = ApplicationStake.RECORDED_LEAST_UPOKT;
        private long computeUnits = 1;
        private final Map<String, Integer> shares = new LinkedHashMap<>();
        private @Nullable URI publicUrl;
        private @Nullable URI backend;
        private RpcType rpcType = RpcType.JSON_RPC;
        private Duration timeout = MinerConfig.TIMEOUT_FOR_MODELS;
        private int listenPort = 8545;
        private List<String> gateways = List.of();
        private PocketNode node = new PocketNode(
                URI.create("tcp://127.0.0.1:26657"),
                URI.create("tcp://127.0.0.1:9090"),
                URI.create("tcp://127.0.0.1:26657"));

        private Builder(String service, String owner) {
            this.service = service;
            this.owner = owner;
            this.operator = owner;
            this.name = service;
        }

        /** The address that signs relays; the owner's unless set. */
        public Builder operator(String operator) {
            this.operator = operator;
            return this;
        }

        /** What the service is called for people; its id unless set. */
        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /** The name of the operator's key in the miner's keyring; {@code supplier} unless set. */
        public Builder keyName(String keyName) {
            this.keyName = keyName;
            return this;
        }

        /** The supplier's stake in uPOKT; mainnet's recorded minimum unless set. */
        public Builder stakeUpokt(long stakeUpokt) {
            this.stakeUpokt = stakeUpokt;
            return this;
        }

        /** The gateway's stake in uPOKT; 1,000 POKT unless set. */
        public Builder gatewayStakeUpokt(long gatewayStakeUpokt) {
            this.gatewayStakeUpokt = gatewayStakeUpokt;
            return this;
        }

        /** What a relay counts; 1 unless set. {@link StakeEstimate} tells how many cover a cost. */
        public Builder computeUnitsPerRelay(long computeUnits) {
            this.computeUnits = computeUnits;
            return this;
        }

        /** Gives an address whole per cents of the income; all shares sum up to 100. The owner has everything unless set. */
        public Builder share(String address, int percent) {
            FieldRules.require(shares.put(address, percent) == null, "the share of " + address + " is given twice");
            return this;
        }

        /** Where clients reach the relay miner. Required. */
        public Builder publicUrl(URI publicUrl) {
            this.publicUrl = publicUrl;
            return this;
        }

        /** Where the relay miner reaches the model, best through the endpoint adapter. Required. */
        public Builder backend(URI backend) {
            this.backend = backend;
            return this;
        }

        /** What the endpoint is staked as; JSON_RPC unless set. */
        public Builder rpcType(RpcType rpcType) {
            this.rpcType = rpcType;
            return this;
        }

        /** How long an answer may take, whole seconds; 600 unless set. */
        public Builder timeout(Duration timeout) {
            this.timeout = timeout;
            return this;
        }

        /** The port at which the relay miner listens; 8545 unless set. */
        public Builder listenPort(int listenPort) {
            this.listenPort = listenPort;
            return this;
        }

        /** The gateways that the application delegates to; none unless set. */
        public Builder gateways(List<String> gateways) {
            this.gateways = List.copyOf(gateways);
            return this;
        }

        /** The full node of the relay miner; one on this machine unless set. */
        public Builder node(PocketNode node) {
            this.node = node;
            return this;
        }

        /**
         * Returns the plan.
         *
         * @throws IllegalArgumentException if something is missing or breaks a rule of the chain
         */
        public StakePlan build() {
            if (publicUrl == null || backend == null) {
                throw new IllegalArgumentException(
                        "A plan needs the public address of the relay miner and the address of the model; set them with"
                                + " publicUrl(...) and backend(...).");
            }
            return new StakePlan(this, publicUrl, backend);
        }
    }
}
