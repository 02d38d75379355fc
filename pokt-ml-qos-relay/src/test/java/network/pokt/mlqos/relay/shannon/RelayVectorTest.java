package network.pokt.mlqos.relay.shannon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import network.pokt.mlqos.relay.shannon.message.PoktHttpRequest;
import network.pokt.mlqos.relay.shannon.message.PoktHttpResponse;
import network.pokt.mlqos.relay.shannon.message.RelayMinerError;
import network.pokt.mlqos.relay.shannon.message.SessionHeader;
import network.pokt.mlqos.relay.shannon.message.ShannonRequest;
import network.pokt.mlqos.relay.shannon.message.ShannonResponse;
import network.pokt.mlqos.transport.Payload;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One whole relay, made by other implementations, byte for byte. */
class RelayVectorTest {

    private JsonNode relay;
    private SessionHeader header;
    private PocketPrivateKey supplier;

    @BeforeEach
    void read() throws IOException {
        relay = RingVectors.root().get("relay");
        JsonNode fields = relay.get("session_header");
        header = new SessionHeader(
                fields.get("application_address").asString(),
                fields.get("service_id").asString(),
                fields.get("session_id").asString(),
                fields.get("session_start_block_height").asLong(),
                fields.get("session_end_block_height").asLong());
        supplier = PocketPrivateKey.of(bytes("supplier", "private_key"));
    }

    @Test
    void theRequestHasTheBytesHashAndSignatureOfTheVector() {
        JsonNode http = relay.get("pokt_http_request");
        PoktHttpRequest payload = new PoktHttpRequest(
                http.get("method").asString(),
                headers(http.get("headers")),
                http.get("url").asString(),
                Payload.of(http.get("body").asString()));
        assertThat(payload.encode()).isEqualTo(payload("pokt_http_request", "bytes"));

        ShannonRequest unsigned =
                ShannonRequest.unsigned(header, supplier.publicKey().address(), payload.encode());
        assertThat(unsigned.encode()).isEqualTo(payload("relay_request_unsigned"));
        assertThat(unsigned.signableHash()).isEqualTo(bytes("relay_request_signable_hash"));

        PocketPrivateKey gateway = PocketPrivateKey.of(bytes("gateway", "private_key"));
        PocketPublicKey application = PocketPublicKey.of(bytes("app", "public_key"));
        RingSigner signer = RingSigner.of(gateway, Ring.of(application, List.of(gateway.publicKey())));
        Payload signature = signer.attempt(
                        unsigned.signableHash(), RingVectors.scalars(relay.get("ring_nonces_in_draw_order")))
                .signature();
        assertThat(signature).isEqualTo(payload("ring_signature"));

        ShannonRequest signed = unsigned.signed(signature.toByteArray());
        assertThat(signed.encode()).isEqualTo(payload("relay_request_signed"));
        assertThat(ShannonRequest.decode(payload("relay_request_signed"))).isEqualTo(signed);
        assertThat(signed.signableHash()).isEqualTo(unsigned.signableHash());
        assertThat(PoktHttpRequest.decode(signed.payload())).isEqualTo(payload);
    }

    @Test
    void theResponseHasTheBytesHashesAndSignatureOfTheVector() {
        JsonNode http = relay.get("pokt_http_response");
        PoktHttpResponse payload = new PoktHttpResponse(
                http.get("status_code").asInt(),
                headers(http.get("headers")),
                Payload.of(http.get("body").asString()));
        assertThat(payload.encode()).isEqualTo(payload("pokt_http_response", "bytes"));

        ShannonResponse unsigned = ShannonResponse.unsigned(header, payload.encode());
        assertThat(unsigned.payloadHash()).isEqualTo(payload("relay_response_payload_hash"));
        assertThat(unsigned.signableHash()).isEqualTo(bytes("relay_response_signable_hash"));
        assertThat(Digests.sha256(unsigned.signableHash())).isEqualTo(bytes("relay_response_ecdsa_digest"));

        byte[] signature = supplier.sign(unsigned.signableHash());
        assertThat(signature).isEqualTo(bytes("supplier_signature"));
        ShannonResponse signed = unsigned.signed(signature);
        assertThat(signed.encode()).isEqualTo(payload("relay_response_signed"));
        assertThat(ShannonResponse.decode(payload("relay_response_signed"))).isEqualTo(signed);
        assertThat(signed.payloadIsCovered()).isTrue();
        assertThat(PoktHttpResponse.decode(signed.payload())).isEqualTo(payload);
    }

    @Test
    void theTwinOfASignatureWithTheHigherSIsRefused() {
        byte[] hash = ShannonResponse.decode(payload("relay_response_signed")).signableHash();

        assertThat(supplier.publicKey().verify(hash, bytes("supplier_signature")))
                .isTrue();
        assertThat(supplier.publicKey().verify(hash, bytes("supplier_signature_high_s_must_be_rejected")))
                .isFalse();
    }

    @Test
    void anErrorReplyIsReadWithItsReason() {
        ShannonResponse reply = ShannonResponse.decode(payload("relay_response_error_unsigned"));

        assertThat(reply.supplierOperatorSignature().isEmpty()).isTrue();
        assertThat(reply.sessionHeader()).isEqualTo(header);
        assertThat(reply.error())
                .extracting(RelayMinerError::codespace, RelayMinerError::code)
                .containsExactly("relayer_proxy", 7);
        assertThat(reply.encode()).isEqualTo(payload("relay_response_error_unsigned"));
    }

    @Test
    void aSwappedPayloadIsNotCoveredThoughTheSignatureStands() {
        ShannonResponse honest = ShannonResponse.decode(payload("relay_response_signed"));

        ShannonResponse swapped = new ShannonResponse(
                honest.sessionHeader(),
                honest.supplierOperatorSignature(),
                Payload.of("another answer"),
                honest.error(),
                honest.payloadHash());

        assertThat(supplier.publicKey()
                        .verify(
                                swapped.signableHash(),
                                swapped.supplierOperatorSignature().toByteArray()))
                .isTrue();
        assertThat(swapped.payloadIsCovered()).isFalse();
    }

    @Test
    void keysAndAddressesAreThoseOfTheVector() {
        for (String who : List.of("app", "gateway", "supplier")) {
            PocketPublicKey key = PocketPrivateKey.of(bytes(who, "private_key")).publicKey();
            assertThat(key.toByteArray()).isEqualTo(bytes(who, "public_key"));
            assertThat(key.address()).isEqualTo(relay.get(who).get("address").asString());
        }
    }

    private byte[] bytes(String... path) {
        JsonNode node = relay;
        for (String step : path) {
            node = node.get(step);
        }
        return RingVectors.bytes(node);
    }

    private Payload payload(String... path) {
        return Payload.of(bytes(path));
    }

    private static Map<String, List<String>> headers(JsonNode fields) {
        Map<String, List<String>> headers = new TreeMap<>();
        fields.properties().forEach(field -> {
            List<String> values = new ArrayList<>();
            field.getValue().forEach(value -> values.add(value.asString()));
            headers.put(field.getKey(), values);
        });
        return headers;
    }
}
