package network.pokt.mlqos.relay.shannon;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import network.pokt.mlqos.relay.shannon.message.Account;
import network.pokt.mlqos.relay.shannon.message.Application;
import network.pokt.mlqos.relay.shannon.message.RelayMiningDifficulty;
import network.pokt.mlqos.relay.shannon.message.Service;
import network.pokt.mlqos.relay.shannon.message.Session;
import network.pokt.mlqos.relay.shannon.message.SharedParams;
import network.pokt.mlqos.relay.shannon.message.Supplier;

/** The full node's REST interface, which grpc-gateway makes of its queries. Thread-safe. */
final class RestNode implements ShannonNode {

    private static final String POCKET = "/pokt-network/poktroll/";

    private final ChainHttp http;

    RestNode(ChainHttp http) {
        this.http = http;
    }

    @Override
    public CompletableFuture<Session> session(String applicationAddress, String serviceId, long height) {
        String query = "?application_address=" + part(applicationAddress) + "&service_id=" + part(serviceId)
                + "&block_height=" + height;
        return http.get(
                POCKET + "session/get_session" + query,
                root -> ChainJson.session(JsonFields.of(root).object("session")));
    }

    @Override
    public CompletableFuture<Application> application(String address) {
        return http.get(
                POCKET + "application/" + part(address),
                root -> ChainJson.application(JsonFields.of(root).object("application")));
    }

    @Override
    public CompletableFuture<Supplier> supplier(String operatorAddress) {
        return http.get(
                POCKET + "supplier/" + part(operatorAddress) + "?dehydrated=true",
                root -> ChainJson.supplier(JsonFields.of(root).object("supplier")));
    }

    @Override
    public CompletableFuture<Service> service(String id) {
        return http.get(
                POCKET + "service/" + part(id),
                root -> ChainJson.service(JsonFields.of(root).object("service")));
    }

    @Override
    public CompletableFuture<SharedParams> sharedParams(long height) {
        String path = POCKET + "shared/params" + (height == LATEST ? "" : "/" + height);
        return http.get(path, root -> ChainJson.sharedParams(JsonFields.of(root).object("params")));
    }

    @Override
    public CompletableFuture<Long> suppliersPerSession() {
        return http.get(
                POCKET + "session/params",
                root -> JsonFields.of(root).object("params").number("num_suppliers_per_session"));
    }

    @Override
    public CompletableFuture<RelayMiningDifficulty> relayMiningDifficulty(String serviceId) {
        return http.get(
                POCKET + "service/relay_mining_difficulty/" + part(serviceId),
                root -> ChainJson.difficulty(JsonFields.of(root).object("relay_mining_difficulty")));
    }

    @Override
    public CompletableFuture<Account> account(String address) {
        return http.get(
                "/cosmos/auth/v1beta1/accounts/" + part(address),
                root -> ChainJson.account(address, JsonFields.of(root).object("account")));
    }

    @Override
    public CompletableFuture<Long> height() {
        return http.get(
                "/cosmos/base/tendermint/v1beta1/blocks/latest",
                root -> JsonFields.of(root).object("block").object("header").number("height"));
    }

    @Override
    public void close() {
        http.close();
    }

    @Override
    public String toString() {
        return "ShannonNode[rest " + http + "]";
    }

    private static String part(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
