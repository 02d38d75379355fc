package network.pokt.mlqos.relay.shannon;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import network.pokt.mlqos.relay.shannon.message.Account;
import network.pokt.mlqos.relay.shannon.message.Application;
import network.pokt.mlqos.relay.shannon.message.Coin;
import network.pokt.mlqos.relay.shannon.message.RelayMiningDifficulty;
import network.pokt.mlqos.relay.shannon.message.RpcType;
import network.pokt.mlqos.relay.shannon.message.Service;
import network.pokt.mlqos.relay.shannon.message.Session;
import network.pokt.mlqos.relay.shannon.message.SessionHeader;
import network.pokt.mlqos.relay.shannon.message.SharedParams;
import network.pokt.mlqos.relay.shannon.message.Supplier;
import network.pokt.mlqos.relay.shannon.message.SupplierEndpoint;
import network.pokt.mlqos.relay.shannon.message.SupplierService;
import network.pokt.mlqos.transport.Payload;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The chain's nouns as cosmos-sdk writes them in JSON: original field names, 64-bit numbers as texts, bytes in base64. */
final class ChainJson {

    private static final String SECP256K1 = "/cosmos.crypto.secp256k1.PubKey";

    /** Vesting accounts nest the base account three deep; more is no account. */
    private static final int MAX_NESTING = 4;

    private ChainJson() {}

    static Session session(JsonFields session) {
        JsonFields header = session.object("header");
        return new Session(
                new SessionHeader(
                        header.text("application_address"),
                        header.text("service_id"),
                        header.text("session_id"),
                        header.number("session_start_block_height"),
                        header.number("session_end_block_height")),
                session.number("session_number"),
                session.number("num_blocks_per_session"),
                session.optional("application").map(ChainJson::application).orElse(null),
                session.objects("suppliers").stream().map(ChainJson::supplier).toList());
    }

    static Application application(JsonFields application) {
        SortedMap<Long, List<String>> leaving = new TreeMap<>();
        application
                .optional("pending_undelegations")
                .ifPresent(all -> all.forEach(
                        (height, list) -> leaving.put(Long.parseLong(height), list.texts("gateway_addresses"))));
        return new Application(
                application.text("address"),
                coin(application, "stake"),
                application.objects("service_configs").stream()
                        .map(config -> config.text("service_id"))
                        .toList(),
                application.texts("delegatee_gateway_addresses"),
                leaving,
                coin(application, "per_session_spend_limit"));
    }

    static Supplier supplier(JsonFields supplier) {
        return new Supplier(
                supplier.textOr("owner_address", ""),
                supplier.text("operator_address"),
                coin(supplier, "stake"),
                supplier.objects("services").stream()
                        .map(config -> new SupplierService(
                                config.text("service_id"),
                                config.objects("endpoints").stream()
                                        .map(ChainJson::endpoint)
                                        .toList()))
                        .toList());
    }

    private static SupplierEndpoint endpoint(JsonFields endpoint) {
        return new SupplierEndpoint(endpoint.textOr("url", ""), rpcType(endpoint.textOr("rpc_type", "")));
    }

    private static RpcType rpcType(String name) {
        for (RpcType type : RpcType.values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        return RpcType.UNKNOWN_RPC;
    }

    static Service service(JsonFields service) {
        return new Service(
                service.text("id"),
                service.textOr("name", ""),
                service.number("compute_units_per_relay"),
                service.textOr("owner_address", ""));
    }

    static SharedParams sharedParams(JsonFields params) {
        return new SharedParams(
                params.number("num_blocks_per_session"),
                params.number("grace_period_end_offset_blocks"),
                params.number("claim_window_open_offset_blocks"),
                params.number("claim_window_close_offset_blocks"),
                params.number("proof_window_open_offset_blocks"),
                params.number("proof_window_close_offset_blocks"),
                params.number("compute_units_to_tokens_multiplier"),
                params.number("compute_unit_cost_granularity"),
                params.number("session_grid_anchor_height"),
                params.number("session_number_at_anchor"));
    }

    static RelayMiningDifficulty difficulty(JsonFields difficulty) {
        return new RelayMiningDifficulty(
                difficulty.text("service_id"),
                difficulty.number("block_height"),
                difficulty.number("num_relays_ema"),
                Payload.of(Base64.getDecoder().decode(difficulty.text("target_hash"))));
    }

    /** The key of an account stands at some depth, because other kinds of accounts nest the base account. */
    static Account account(String address, JsonFields account) {
        return new Account(address, key(account.node(), 0).map(Payload::of).orElse(Payload.empty()));
    }

    private static Optional<byte[]> key(JsonNode account, int depth) {
        JsonNode key = account.path("pub_key");
        if (key.isObject()) {
            boolean usable = key.path("@type").asString("").equals(SECP256K1);
            return usable
                    ? Optional.of(Base64.getDecoder().decode(key.path("key").asString("")))
                    : Optional.empty();
        }
        if (depth == MAX_NESTING) {
            return Optional.empty();
        }
        for (JsonNode nested : account) {
            Optional<byte[]> found = nested.isObject() ? key(nested, depth + 1) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static @Nullable Coin coin(JsonFields owner, String name) {
        return owner.optional(name)
                .map(coin -> new Coin(coin.textOr("denom", ""), coin.text("amount")))
                .orElse(null);
    }
}
