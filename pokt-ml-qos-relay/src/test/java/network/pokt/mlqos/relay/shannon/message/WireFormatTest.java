package network.pokt.mlqos.relay.shannon.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.DynamicMessage;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import network.pokt.mlqos.RandomCases;
import network.pokt.mlqos.transport.Payload;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the records write is what protobuf's own library writes for our schema, and the other way round. */
class WireFormatTest {

    private static final Schema SCHEMA = Schema.read();

    @Test
    void requestsAreCanonical() {
        RandomCases.check(42, 500, draw -> {
            ShannonRequest request = requests(draw);
            canonical("RelayRequest", request, ShannonRequest::encode, ShannonRequest::decode);
        });
    }

    @Test
    void responsesAreCanonical() {
        RandomCases.check(42, 500, draw -> {
            ShannonResponse response = responses(draw);
            canonical("RelayResponse", response, ShannonResponse::encode, ShannonResponse::decode);
        });
    }

    @Test
    void relaysAreCanonical() {
        RandomCases.check(42, 300, draw -> {
            ShannonRequest request = requests(draw);
            ShannonResponse response = responses(draw);
            canonical("Relay", new SignedRelay(request, response), SignedRelay::encode, SignedRelay::decode);
        });
    }

    @Test
    void httpRequestsAreCanonical() {
        RandomCases.check(42, 500, draw -> {
            String method = texts(draw);
            Map<String, List<String>> headers = headers(draw);
            String url = texts(draw);
            Payload body = payloads(draw);
            PoktHttpRequest request = new PoktHttpRequest(method, headers, url, body);

            canonical("POKTHTTPRequest", request, PoktHttpRequest::encode, PoktHttpRequest::decode);
        });
    }

    @Test
    void httpResponsesAreCanonical() {
        RandomCases.check(42, 500, draw -> {
            int status = draw.integer();
            Map<String, List<String>> headers = headers(draw);
            Payload body = payloads(draw);
            PoktHttpResponse response = new PoktHttpResponse(status, headers, body);

            canonical("POKTHTTPResponse", response, PoktHttpResponse::encode, PoktHttpResponse::decode);
        });
    }

    @Test
    void chainMessagesHaveTheNumbersOfTheSchema() {
        Coin coin = new Coin("upokt", "1000");
        Application application = new Application(
                "pokt1app",
                coin,
                List.of("anvil"),
                List.of("pokt1gw1", "pokt1gw2"),
                new TreeMap<>(Map.of(120L, List.of("pokt1gw3"), 90L, List.of("pokt1gw4", ""))),
                coin);
        Supplier supplier = new Supplier(
                "pokt1owner",
                "pokt1operator",
                coin,
                List.of(new SupplierService(
                        "anvil",
                        List.of(
                                new SupplierEndpoint("https://a.example", RpcType.JSON_RPC),
                                new SupplierEndpoint("wss://a.example", RpcType.WEBSOCKET)))));
        Session session = new Session(
                new SessionHeader("pokt1app", "anvil", "5e55", 101, 110),
                11,
                10,
                application,
                List.of(supplier, supplier));

        answers("Session", ChainQuery.session("pokt1app", "anvil", 105), session);
        answers("Application", ChainQuery.application("pokt1app"), application);
        answers("Supplier", ChainQuery.supplier("pokt1operator"), supplier);
        answers("SharedParams", ChainQuery.sharedParamsAt(7), new SharedParams(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
        answers("SessionParams", ChainQuery.suppliersPerSession(), 50L);
        answers("Service", ChainQuery.service("anvil"), new Service("anvil", "Anvil", 1000, "pokt1owner"));
        answers(
                "RelayMiningDifficulty",
                ChainQuery.relayMiningDifficulty("anvil"),
                new RelayMiningDifficulty("anvil", 100, 99, Payload.of(new byte[] {1, 2})));
        answers("Any", ChainQuery.account("pokt1app"), new Account("pokt1app", Payload.of(new byte[33])));
        answers("Any", ChainQuery.account("pokt1app"), new Account("pokt1app", Payload.empty()));
    }

    @Test
    void aQueryIsReadByTheOtherSide() {
        ChainQuery<Session> query = ChainQuery.session("pokt1app", "anvil", 105);

        assertThat(query.path()).isEqualTo("/pocket.session.Query/GetSession");
        assertThat(ChainQuery.text(query.request(), 1)).isEqualTo("pokt1app");
        assertThat(ChainQuery.text(query.request(), 2)).isEqualTo("anvil");
        assertThat(ChainQuery.number(query.request(), 3)).isEqualTo(105);
        assertThat(ChainQuery.number(ChainQuery.session("a", "b", 0).request(), 3))
                .isZero();
    }

    @Test
    void anAnswerWithoutAnAnswerIsRefused() {
        assertThatThrownBy(() -> ChainQuery.service("anvil").decodeAnswer(Payload.empty()))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("The answer to /pocket.service.Query/Service is empty; ask another full node.");
    }

    @Test
    void theKeyOfAVestingOrModuleAccountIsFoundBelowIt() {
        Payload key = Payload.of(new byte[] {2, 3});
        ProtoWriter base = new ProtoWriter()
                .string(1, "pokt1deep")
                .message(2, any("/cosmos.crypto.secp256k1.PubKey", new ProtoWriter().bytes(1, key)));
        ProtoWriter one = new ProtoWriter().message(1, base);
        ProtoWriter two = new ProtoWriter().message(1, one);

        assertThat(account("/cosmos.auth.v1beta1.ModuleAccount", one)).isEqualTo(new Account("pokt1deep", key));
        assertThat(account("/cosmos.vesting.v1beta1.BaseVestingAccount", one)).isEqualTo(new Account("pokt1deep", key));
        assertThat(account("/cosmos.vesting.v1beta1.ContinuousVestingAccount", two))
                .isEqualTo(new Account("pokt1deep", key));
        assertThatThrownBy(() -> account("/cosmos.auth.v1beta1.ModuleAccount", new ProtoWriter()))
                .isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void gatewaysStayInTheRingUntilTheirUndelegationTakesEffect() {
        Application application = new Application(
                "pokt1app",
                null,
                List.of("anvil"),
                List.of("gw1"),
                new TreeMap<>(Map.of(90L, List.of("gone"), 110L, List.of("gw2", "gw3"), 120L, List.of("gw3"))),
                null);

        assertThat(application.gatewaysAt(110)).containsExactly("gw1", "gw2", "gw3");
        assertThat(application.gatewaysAt(111)).containsExactly("gw1", "gw3");
        assertThat(application.gatewaysAt(121)).containsExactly("gw1");
    }

    @Test
    void headerNamesTakeGosSpelling() {
        PoktHttpRequest request = new PoktHttpRequest(
                "POST",
                Map.of("content-TYPE", List.of("a"), "x--y", List.of("b"), "no token", List.of("c"), "é", List.of("d")),
                "",
                Payload.empty());

        assertThat(request.headers()).containsOnlyKeys("Content-Type", "X--Y", "no token", "é");
    }

    @Test
    void anUnknownFieldIsPassedOverAndNotHashed() {
        ShannonRequest request = ShannonRequest.unsigned(
                new SessionHeader("pokt1app", "anvil", "5e55", 1, 2), "pokt1supplier", Payload.of("body"));
        byte[] more =
                Arrays.copyOf(request.encode().toByteArray(), request.encode().size() + 12);
        // Field 9 as a varint, field 10 as eight bytes, both from the future.
        more[more.length - 12] = 9 << 3;
        more[more.length - 11] = 1;
        more[more.length - 10] = 10 << 3 | 1;
        byte[] fixed = Arrays.copyOf(more, more.length - 1);

        assertThat(ShannonRequest.decode(Payload.of(fixed))).isEqualTo(request);
        assertThat(ShannonRequest.decode(Payload.of(fixed)).signableHash()).isEqualTo(request.signableHash());
        assertThatThrownBy(() -> ShannonRequest.decode(Payload.of(Arrays.copyOf(more, more.length - 2))))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("ends within a field");
    }

    @Test
    void bytesByChanceAreAMessageOrMalformed() {
        RandomCases.check(42, 2_000, draw -> {
            byte[] bytes = draw.bytes(0, 120);
            readsOrRefuses(Payload.of(bytes));
        });
    }

    @Test
    void aMessageWithAnythingChangedIsAMessageOrMalformed() {
        RandomCases.check(42, 2_000, draw -> {
            ShannonResponse response = responses(draw);
            long seed = draw.number();
            Random random = new Random(seed);
            byte[] bytes = response.encode().toByteArray();
            for (int i = random.nextInt(4); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            readsOrRefuses(Payload.of(Arrays.copyOf(bytes, random.nextInt(bytes.length + 1))));
        });
    }

    /** Reading is total but for one exception, and what was read is written in a form that reads the same. */
    private static void readsOrRefuses(Payload bytes) {
        try {
            ShannonResponse read = ShannonResponse.decode(bytes);
            assertThat(ShannonResponse.decode(read.encode())).isEqualTo(read);
        } catch (MalformedMessageException e) {
            assertThat(e).hasMessageContaining("its sender is at fault");
        }
    }

    private static <T> void canonical(String type, T value, Function<T, Payload> encode, Function<Payload, T> decode) {
        Payload bytes = encode.apply(value);
        DynamicMessage peer = SCHEMA.parse(type, bytes);

        assertThat(Schema.hasUnknownFields(peer)).isFalse();
        assertThat(Schema.write(peer).toByteArray()).isEqualTo(bytes.toByteArray());
        assertThat(decode.apply(bytes)).isEqualTo(value);
    }

    private static <T> void answers(String type, ChainQuery<T> query, T answer) {
        Payload bytes = query.encodeAnswer(answer);
        assertThat(query.decodeAnswer(bytes)).isEqualTo(answer);
        ProtoReader in = ProtoReader.of("answer", bytes);
        assertThat(in.next()).isTrue();
        assertThat(in.field()).isEqualTo(1);
        Payload message = in.bytes();

        DynamicMessage peer = SCHEMA.parse(type, message);

        assertThat(Schema.hasUnknownFields(peer)).as(type).isFalse();
        assertThat(Schema.write(peer).toByteArray()).as(type).isEqualTo(message.toByteArray());
    }

    private static Account account(String type, ProtoWriter account) {
        Payload answer = new ProtoWriter().message(1, any(type, account)).toPayload();
        return ChainQuery.account("").decodeAnswer(answer);
    }

    private static ProtoWriter any(String type, ProtoWriter value) {
        return new ProtoWriter().string(1, type).message(2, value);
    }

    private static String texts(RandomCases.Draw draw) {
        return draw.text(40);
    }

    private static Payload payloads(RandomCases.Draw draw) {
        return Payload.of(draw.bytes(0, 300));
    }

    private static Map<String, List<String>> headers(RandomCases.Draw draw) {
        Map<String, List<String>> headers = new HashMap<>();
        for (String name : draw.list(0, 5, () -> draw.word("aAbZ0-", 1, 8))) {
            headers.put(name, draw.list(0, 3, () -> texts(draw)));
        }
        return headers;
    }

    private static @Nullable SessionHeader sessions(RandomCases.Draw draw) {
        return draw.integer(0, 9) == 0
                ? null
                : new SessionHeader(texts(draw), texts(draw), texts(draw), draw.number(), draw.number());
    }

    private static ShannonRequest requests(RandomCases.Draw draw) {
        return new ShannonRequest(sessions(draw), payloads(draw), texts(draw), payloads(draw));
    }

    private static ShannonResponse responses(RandomCases.Draw draw) {
        RelayMinerError error =
                draw.bool() ? null : new RelayMinerError(texts(draw), draw.integer(), texts(draw), texts(draw));
        return new ShannonResponse(sessions(draw), payloads(draw), payloads(draw), error, payloads(draw));
    }
}
