package network.pokt.mlqos.relay.supplier.stake;

import java.net.URI;
import java.util.List;
import network.pokt.mlqos.relay.supplier.stake.MinerConfig.PocketNode;
import org.jspecify.annotations.Nullable;

/** The fields of a relay miner's file that say how the miner itself runs. */
final class MinerTuning {

    private static final List<String> FLAGS =
            List.of("disable_smt_persistence", "enable_eager_relay_request_validation", "enable_over_servicing");
    private static final List<String> COUNTS =
            List.of("served_relays_buffer_size", "mining_pipeline_buffer_size", "mining_workers");
    private static final List<String> LISTENERS = List.of("metrics", "pprof", "ping");

    private MinerTuning() {}

    /** Returns the names of all fields that such a file may have. */
    static String[] names() {
        return new String[] {
            "default_signing_key_names",
            "default_request_timeout_seconds",
            "default_max_body_size",
            "smt_store_path",
            "disable_smt_persistence",
            "enable_eager_relay_request_validation",
            "enable_over_servicing",
            "served_relays_buffer_size",
            "mining_pipeline_buffer_size",
            "mining_workers",
            "metrics",
            "pprof",
            "ping",
            "pocket_node",
            "suppliers"
        };
    }

    static void check(YamlFields fields) {
        FLAGS.forEach(name -> fields.get(name).or(false, FieldRules::flag));
        COUNTS.forEach(name -> fields.get(name).or(0L, FieldRules::count));
        for (String name : LISTENERS) {
            YamlFields listener = fields.get(name).fields().only("enabled", "addr");
            listener.get("enabled").or(false, FieldRules::flag);
        }
    }

    static @Nullable PocketNode node(YamlField place) {
        YamlFields fields = place.fields().only("query_node_rpc_url", "query_node_grpc_url", "tx_node_rpc_url");
        if (!place.present()) {
            return null;
        }
        URI query = url(fields, "query_node_rpc_url");
        URI grpc = url(fields, "query_node_grpc_url");
        URI tx = url(fields, "tx_node_rpc_url");
        return query == null || grpc == null || tx == null ? null : new PocketNode(query, grpc, tx);
    }

    private static @Nullable URI url(YamlFields fields, String name) {
        return fields.get(name).required().read(FieldRules::nodeUrl);
    }
}
