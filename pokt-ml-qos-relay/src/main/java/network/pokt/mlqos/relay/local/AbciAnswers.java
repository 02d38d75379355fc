package network.pokt.mlqos.relay.local;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import network.pokt.mlqos.relay.shannon.message.ChainQuery;
import network.pokt.mlqos.transport.Payload;
import tools.jackson.databind.node.ObjectNode;

/** What {@code abci_query} of the local full node answers: the same as REST, in protobuf. Thread-safe. */
final class AbciAnswers {

    private final LocalChain chain;

    AbciAnswers(LocalChain chain) {
        this.chain = chain;
    }

    ObjectNode answer(Map<String, String> query, long height) {
        String path = query.getOrDefault("path", "").replace("\"", "");
        Payload request = Payload.of(
                HexFormat.of().parseHex(query.getOrDefault("data", "0x").substring(2)));
        ObjectNode root = LocalJson.object();
        ObjectNode response = root.putObject("result").putObject("response");
        try {
            byte[] value = value(path, request, height).toByteArray();
            response.put("code", 0).put("value", Base64.getEncoder().encodeToString(value));
        } catch (ChainRefusal e) {
            response.put("code", e.code()).put("log", e.text());
        }
        return root;
    }

    private Payload value(String path, Payload request, long height) {
        return switch (path) {
            case ChainQuery.SESSION -> session(request, height);
            case ChainQuery.SHARED_PARAMS, ChainQuery.SHARED_PARAMS_AT_HEIGHT ->
                ChainQuery.sharedParams().encodeAnswer(chain.params());
            case ChainQuery.SESSION_PARAMS ->
                ChainQuery.suppliersPerSession().encodeAnswer((long) chain.suppliersPerSession());
            default -> named(path, ChainQuery.text(request, 1));
        };
    }

    private Payload named(String path, String name) {
        return switch (path) {
            case ChainQuery.APPLICATION ->
                ChainQuery.application(name).encodeAnswer(found(chain.application(name), name));
            case ChainQuery.SUPPLIER -> ChainQuery.supplier(name).encodeAnswer(found(chain.supplier(name), name));
            case ChainQuery.SERVICE -> ChainQuery.service(name).encodeAnswer(found(chain.service(name), name));
            case ChainQuery.RELAY_MINING_DIFFICULTY ->
                ChainQuery.relayMiningDifficulty(name).encodeAnswer(chain.difficulty(name));
            case ChainQuery.ACCOUNT -> ChainQuery.account(name).encodeAnswer(chain.account(name));
            default -> throw new ChainRefusal(6, "unknown query path " + path);
        };
    }

    private Payload session(Payload request, long height) {
        String application = ChainQuery.text(request, 1);
        String service = ChainQuery.text(request, 2);
        long at = ChainQuery.number(request, 3);
        return ChainQuery.session(application, service, at)
                .encodeAnswer(chain.session(application, service, at, height));
    }

    private static <T> T found(Optional<T> value, String name) {
        return value.orElseThrow(() -> new ChainRefusal(5, name + " not found"));
    }
}
