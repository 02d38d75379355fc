package network.pokt.mlqos.relay.shannon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import network.pokt.mlqos.relay.shannon.RelayProof.Flaw;
import network.pokt.mlqos.relay.shannon.message.SessionHeader;
import network.pokt.mlqos.relay.shannon.message.ShannonRequest;
import network.pokt.mlqos.relay.shannon.message.ShannonResponse;
import network.pokt.mlqos.transport.Payload;
import org.junit.jupiter.api.Test;

class RelayProofTest {

    private static final Payload ANSWER = Payload.of("the answer");

    private final PocketPrivateKey application = RingVectors.key("app");
    private final PocketPrivateKey supplier = RingVectors.key("supplier");
    private final SessionHeader session =
            new SessionHeader(application.publicKey().address(), "anvil", "5e55", 101, 110);
    private final RelayProof proof = proof(session, session, supplier);

    @Test
    void aSoundProofOutlivesItsBytes() {
        RelayProof read = RelayProof.decode(proof.encode());

        assertThat(read).isEqualTo(proof);
        assertThat(read.flaws()).isEmpty();
        assertThat(read.verify()).isTrue();
    }

    @Test
    void aCompactProofStillProvesTheAnswerAndNoOther() {
        RelayProof compact = RelayProof.decode(proof.compact().encode());

        assertThat(compact.isCompact()).isTrue();
        assertThat(compact.encode().size()).isEqualTo(proof.encode().size() - ANSWER.size() - 2);
        assertThat(compact.verify()).isTrue();
        assertThat(compact.proves(ANSWER)).isTrue();
        assertThat(compact.proves(Payload.of("another answer"))).isFalse();
    }

    @Test
    void anAnswerWithoutAPayloadHashStaysWhole() {
        ShannonResponse old = new ShannonResponse(session, Payload.empty(), ANSWER, null, Payload.empty());
        RelayProof legacy =
                new RelayProof(proof.request(), old.signed(supplier.sign(old.signableHash())), supplier.publicKey());

        assertThat(legacy.compact()).isSameAs(legacy);
        assertThat(legacy.verify()).isTrue();
        assertThat(legacy.proves(Payload.of("another answer"))).isFalse();
    }

    @Test
    void everyFlawHasItsName() {
        SessionHeader next = new SessionHeader(session.applicationAddress(), "anvil", "5e56", 111, 120);
        ShannonRequest unsigned =
                ShannonRequest.unsigned(session, supplier.publicKey().address(), Payload.of("q"));
        ShannonResponse honest = proof.response();
        ShannonResponse swapped = new ShannonResponse(
                session, honest.supplierOperatorSignature(), Payload.of("swapped"), null, honest.payloadHash());

        assertThat(with(unsigned, honest).flaws()).containsExactly(Flaw.RING_SIGNATURE);
        assertThat(proof(session, session, RingVectors.key("somebody")).flaws()).containsExactly(Flaw.SUPPLIER_KEY);
        assertThat(with(proof.request(), honest.signed(new byte[64])).flaws()).containsExactly(Flaw.SUPPLIER_SIGNATURE);
        assertThat(proof(session, next, supplier).flaws()).containsExactly(Flaw.SESSION);
        assertThat(with(proof.request(), swapped).flaws()).containsExactly(Flaw.PAYLOAD);
    }

    @Test
    void bytesThatAreNoProofAreRefused() {
        assertThatThrownBy(() -> RelayProof.decode(Payload.of(new byte[32])))
                .hasMessage("A proof of 32 bytes has no supplier's key; it is cut.");
        assertThatThrownBy(() -> RelayProof.decode(Payload.of(new byte[34]))).isInstanceOf(RuntimeException.class);
    }

    private RelayProof with(ShannonRequest request, ShannonResponse response) {
        return new RelayProof(request, response, supplier.publicKey());
    }

    private RelayProof proof(SessionHeader asked, SessionHeader answered, PocketPrivateKey answering) {
        RingSigner signer = RingSigner.of(application, Ring.of(application.publicKey(), List.of()));
        ShannonRequest request =
                ShannonRequest.unsigned(asked, supplier.publicKey().address(), Payload.of("the question"));
        ShannonResponse response = ShannonResponse.unsigned(answered, ANSWER);
        return new RelayProof(
                request.signed(signer.sign(request.signableHash())),
                response.signed(answering.sign(response.signableHash())),
                answering.publicKey());
    }
}
