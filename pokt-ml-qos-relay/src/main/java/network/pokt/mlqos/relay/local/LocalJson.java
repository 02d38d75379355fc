package network.pokt.mlqos.relay.local;

import java.util.Base64;
import java.util.List;
import network.pokt.mlqos.relay.shannon.message.Account;
import network.pokt.mlqos.relay.shannon.message.Application;
import network.pokt.mlqos.relay.shannon.message.Coin;
import network.pokt.mlqos.relay.shannon.message.RelayMiningDifficulty;
import network.pokt.mlqos.relay.shannon.message.Service;
import network.pokt.mlqos.relay.shannon.message.Session;
import network.pokt.mlqos.relay.shannon.message.SessionHeader;
import network.pokt.mlqos.relay.shannon.message.SharedParams;
import network.pokt.mlqos.relay.shannon.message.Supplier;
import network.pokt.mlqos.relay.shannon.message.SupplierEndpoint;
import network.pokt.mlqos.relay.shannon.message.SupplierService;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The chain's nouns in the JSON of cosmos-sdk: original field names, defaults written out, 64-bit numbers as texts, bytes in
 * base64, enums by name.
 */
final class LocalJson {

    private LocalJson() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode session(Session session) {
        ObjectNode json = object();
        json.set("header", header(session.header()));
        json.put("session_id", session.header().sessionId());
        json.put("session_number", Long.toString(session.number()));
        json.put("num_blocks_per_session", Long.toString(session.blocksPerSession()));
        json.set("application", session.application() == null ? null : application(session.application()));
        ArrayNode suppliers = json.putArray("suppliers");
        session.suppliers().forEach(supplier -> suppliers.add(supplier(supplier)));
        return json;
    }

    private static ObjectNode header(SessionHeader header) {
        return object().put("application_address", header.applicationAddress())
                .put("service_id", header.serviceId())
                .put("session_id", header.sessionId())
                .put("session_start_block_height", Long.toString(header.sessionStartBlockHeight()))
                .put("session_end_block_height", Long.toString(header.sessionEndBlockHeight()));
    }

    static ObjectNode application(Application application) {
        ObjectNode json = object().put("address", application.address());
        json.set("stake", coin(application.stake()));
        ArrayNode services = json.putArray("service_configs");
        application.serviceIds().forEach(id -> services.addObject().put("service_id", id));
        texts(json.putArray("delegatee_gateway_addresses"), application.delegateeGatewayAddresses());
        ObjectNode pending = json.putObject("pending_undelegations");
        application
                .pendingUndelegations()
                .forEach((height, gateways) ->
                        texts(pending.putObject(Long.toString(height)).putArray("gateway_addresses"), gateways));
        json.put("unstake_session_end_height", "0");
        json.set("pending_transfer", null);
        json.set("per_session_spend_limit", coin(application.perSessionSpendLimit()));
        return json;
    }

    static ObjectNode supplier(Supplier supplier) {
        ObjectNode json = object().put("owner_address", supplier.ownerAddress())
                .put("operator_address", supplier.operatorAddress());
        json.set("stake", coin(supplier.stake()));
        ArrayNode services = json.putArray("services");
        supplier.services().forEach(service -> services.add(supplierService(service)));
        json.put("unstake_session_end_height", "0");
        json.putArray("service_config_history");
        return json;
    }

    private static ObjectNode supplierService(SupplierService service) {
        ObjectNode json = object().put("service_id", service.serviceId());
        ArrayNode endpoints = json.putArray("endpoints");
        for (SupplierEndpoint endpoint : service.endpoints()) {
            ObjectNode each = endpoints.addObject();
            each.put("url", endpoint.url()).put("rpc_type", endpoint.rpcType().name());
            each.putArray("configs");
        }
        json.putArray("rev_share");
        return json;
    }

    static ObjectNode service(Service service) {
        ObjectNode json = object().put("id", service.id())
                .put("name", service.name())
                .put("compute_units_per_relay", Long.toString(service.computeUnitsPerRelay()))
                .put("owner_address", service.ownerAddress());
        json.set("metadata", null);
        return json;
    }

    static ObjectNode sharedParams(SharedParams params) {
        return object().put("num_blocks_per_session", Long.toString(params.numBlocksPerSession()))
                .put("grace_period_end_offset_blocks", Long.toString(params.gracePeriodEndOffsetBlocks()))
                .put("claim_window_open_offset_blocks", Long.toString(params.claimWindowOpenOffsetBlocks()))
                .put("claim_window_close_offset_blocks", Long.toString(params.claimWindowCloseOffsetBlocks()))
                .put("proof_window_open_offset_blocks", Long.toString(params.proofWindowOpenOffsetBlocks()))
                .put("proof_window_close_offset_blocks", Long.toString(params.proofWindowCloseOffsetBlocks()))
                .put("compute_units_to_tokens_multiplier", Long.toString(params.computeUnitsToTokensMultiplier()))
                .put("compute_unit_cost_granularity", Long.toString(params.computeUnitCostGranularity()))
                .put("session_grid_anchor_height", Long.toString(params.sessionGridAnchorHeight()))
                .put("session_number_at_anchor", Long.toString(params.sessionNumberAtAnchor()));
    }

    static ObjectNode difficulty(RelayMiningDifficulty difficulty) {
        return object().put("service_id", difficulty.serviceId())
                .put("block_height", Long.toString(difficulty.blockHeight()))
                .put("num_relays_ema", Long.toString(difficulty.relaysMovingAverage()))
                .put("target_hash", base64(difficulty.targetHash().toByteArray()));
    }

    static ObjectNode account(Account account) {
        ObjectNode json =
                object().put("@type", "/cosmos.auth.v1beta1.BaseAccount").put("address", account.address());
        if (account.publicKey().isEmpty()) {
            json.putNull("pub_key");
        } else {
            json.putObject("pub_key")
                    .put("@type", "/cosmos.crypto.secp256k1.PubKey")
                    .put("key", base64(account.publicKey().toByteArray()));
        }
        return json.put("account_number", "1").put("sequence", "1");
    }

    private static @Nullable ObjectNode coin(@Nullable Coin coin) {
        return coin == null ? null : object().put("denom", coin.denomination()).put("amount", coin.amount());
    }

    private static void texts(ArrayNode array, List<String> values) {
        values.forEach(array::add);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
