package network.pokt.mlqos.relay.supplier.stake;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of poktroll's relay miner ({@code pocketd relayminer start --config}), as far as a supplier has to decide.
 * Fields that tune the miner itself are checked when they are read, and not kept.
 *
 * @param keyNames the keys of the keyring that sign by default; may be empty if each service names its own
 * @param timeout how long a backend may take unless its service says otherwise, whole seconds
 * @param maxBody the largest body, such as {@code 20MB}
 * @param storePath the folder of the proofs' trees
 * @param node the full node
 * @param services what is served, one at least, each once
 */
public record MinerConfig(
        List<String> keyNames,
        Duration timeout,
        String maxBody,
        String storePath,
        PocketNode node,
        List<MinedService> services) {

    /** What the miner takes if nothing is written: too short for most answers of a language model. */
    public static final Duration MINER_DEFAULT_TIMEOUT = Duration.ofSeconds(10);

    /** What is written for models: 4,096 tokens at 7 tokens a second, rounded up. */
    public static final Duration TIMEOUT_FOR_MODELS = Duration.ofMinutes(10);

    /** Below this a file is advised to wait longer. */
    static final Duration SHORTEST_FOR_MODELS = Duration.ofMinutes(1);

    /**
     * The addresses of a full node.
     *
     * @param queryRpc where CometBFT is asked
     * @param queryGrpc where gRPC is asked
     * @param txRpc where transactions go
     */
    public record PocketNode(URI queryRpc, URI queryGrpc, URI txRpc) {

        public PocketNode {
            FieldRules.nodeUrl(queryRpc.toString());
            FieldRules.nodeUrl(queryGrpc.toString());
            FieldRules.nodeUrl(txRpc.toString());
        }
    }

    public MinerConfig {
        keyNames = List.copyOf(keyNames);
        keyNames.forEach(FieldRules::keyName);
        FieldRules.seconds(Long.toString(timeout.toSeconds()));
        FieldRules.bodySize(maxBody);
        services = List.copyOf(services);
        FieldRules.require(!services.isEmpty(), "a relay miner serves one service at least, add one to 'suppliers'");
        Set<String> ids = new LinkedHashSet<>();
        for (MinedService service : services) {
            FieldRules.require(ids.add(service.serviceId()), "service " + service.serviceId() + " is given twice");
            FieldRules.require(
                    !(keyNames.isEmpty() && service.keyNames().isEmpty()),
                    "no key signs for " + service.serviceId() + ", add default_signing_key_names");
        }
    }

    /** Reads such a file; {@code file} is the name that problems carry. */
    public static Checked<MinerConfig> read(String file, String yaml) {
        Problems problems = new Problems(file);
        YamlFields fields = YamlFields.read(yaml, problems).only(MinerTuning.names());
        MinerTuning.check(fields);
        List<String> keys = fields.get("default_signing_key_names").each(FieldRules::keyName);
        Duration timeout = fields.get("default_request_timeout_seconds").or(MINER_DEFAULT_TIMEOUT, FieldRules::seconds);
        String maxBody = fields.get("default_max_body_size").or("20MB", FieldRules::bodySize);
        String store = fields.get("smt_store_path").required().or("", text -> text);
        PocketNode node = MinerTuning.node(fields.get("pocket_node").required());
        Set<String> ids = new LinkedHashSet<>();
        YamlField list = fields.get("suppliers").required();
        List<MinedService> services = list.items().stream()
                .map(place -> checked(place, MinedService.read(place), ids, keys, timeout))
                .filter(Objects::nonNull)
                .toList();
        if (list.present() && list.items().isEmpty()) {
            list.error("is empty, a relay miner serves one service at least");
        }
        return Checked.of(
                problems, () -> new MinerConfig(keys, timeout, maxBody, store, Objects.requireNonNull(node), services));
    }

    private static @Nullable MinedService checked(
            YamlField place, @Nullable MinedService service, Set<String> ids, List<String> keys, Duration timeout) {
        if (service == null) {
            return null;
        }
        if (!ids.add(service.serviceId())) {
            place.error("service " + service.serviceId() + " is given a second time, remove one");
        }
        if (keys.isEmpty() && service.keyNames().isEmpty()) {
            place.error("no key signs for it, add signing_key_names here or default_signing_key_names above");
        }
        Duration time = service.timeout().orElse(timeout);
        if (time.compareTo(SHORTEST_FOR_MODELS) < 0) {
            place.advice("a backend has " + time.toSeconds() + " s, too short for a model's long answer; give"
                    + " request_timeout_seconds: " + TIMEOUT_FOR_MODELS.toSeconds());
        }
        return service;
    }

    /** Returns the file; read back, it is equal to this. */
    public String toYaml() {
        YamlText yaml = new YamlText();
        if (!keyNames.isEmpty()) {
            yaml.list("default_signing_key_names", keyNames);
        }
        yaml.put("default_request_timeout_seconds", timeout.toSeconds())
                .put("default_max_body_size", maxBody)
                .put("smt_store_path", storePath)
                .block(
                        "pocket_node",
                        () -> yaml.put("query_node_rpc_url", node.queryRpc().toString())
                                .put("query_node_grpc_url", node.queryGrpc().toString())
                                .put("tx_node_rpc_url", node.txRpc().toString()))
                .block("suppliers", () -> services.forEach(service -> yaml.item(() -> service.write(yaml))));
        return yaml.toString();
    }
}
