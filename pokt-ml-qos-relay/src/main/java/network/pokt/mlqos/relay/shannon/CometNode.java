package network.pokt.mlqos.relay.shannon;

import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import network.pokt.mlqos.relay.shannon.message.Account;
import network.pokt.mlqos.relay.shannon.message.Application;
import network.pokt.mlqos.relay.shannon.message.ChainQuery;
import network.pokt.mlqos.relay.shannon.message.RelayMiningDifficulty;
import network.pokt.mlqos.relay.shannon.message.Service;
import network.pokt.mlqos.relay.shannon.message.Session;
import network.pokt.mlqos.relay.shannon.message.SharedParams;
import network.pokt.mlqos.relay.shannon.message.Supplier;
import network.pokt.mlqos.transport.Payload;
import tools.jackson.databind.JsonNode;

/** The full node's CometBFT RPC, which carries the same queries in protobuf through {@code abci_query}. Thread-safe. */
final class CometNode implements ShannonNode {

    private final ChainHttp http;

    CometNode(ChainHttp http) {
        this.http = http;
    }

    @Override
    public CompletableFuture<Session> session(String applicationAddress, String serviceId, long height) {
        return ask(ChainQuery.session(applicationAddress, serviceId, height));
    }

    @Override
    public CompletableFuture<Application> application(String address) {
        return ask(ChainQuery.application(address));
    }

    @Override
    public CompletableFuture<Supplier> supplier(String operatorAddress) {
        return ask(ChainQuery.supplier(operatorAddress));
    }

    @Override
    public CompletableFuture<Service> service(String id) {
        return ask(ChainQuery.service(id));
    }

    @Override
    public CompletableFuture<SharedParams> sharedParams(long height) {
        return ask(height == LATEST ? ChainQuery.sharedParams() : ChainQuery.sharedParamsAt(height));
    }

    @Override
    public CompletableFuture<Long> suppliersPerSession() {
        return ask(ChainQuery.suppliersPerSession());
    }

    @Override
    public CompletableFuture<RelayMiningDifficulty> relayMiningDifficulty(String serviceId) {
        return ask(ChainQuery.relayMiningDifficulty(serviceId));
    }

    @Override
    public CompletableFuture<Account> account(String address) {
        return ask(ChainQuery.account(address));
    }

    @Override
    public CompletableFuture<Long> height() {
        return http.get(
                "/status",
                root -> JsonFields.of(root).object("result").object("sync_info").number("latest_block_height"));
    }

    private <T> CompletableFuture<T> ask(ChainQuery<T> query) {
        String data = HexFormat.of().formatHex(query.request().toByteArray());
        return http.get(
                "/abci_query?path=%22" + query.path() + "%22&data=0x" + data,
                root -> query.decodeAnswer(value(query.path(), root)));
    }

    private Payload value(String path, JsonNode root) {
        JsonNode response =
                JsonFields.of(root).object("result").object("response").node();
        int code = response.path("code").asInt(0);
        if (code != 0) {
            throw http.refusal(path, code, 200, response.path("log").asString(""));
        }
        return Payload.of(Base64.getDecoder().decode(response.path("value").asString("")));
    }

    @Override
    public void close() {
        http.close();
    }

    @Override
    public String toString() {
        return "ShannonNode[comet " + http + "]";
    }
}
