package network.pokt.mlqos.relay.shannon;

import java.util.EnumSet;
import java.util.Set;
import network.pokt.mlqos.relay.shannon.message.MalformedMessageException;
import network.pokt.mlqos.relay.shannon.message.SessionHeader;
import network.pokt.mlqos.relay.shannon.message.ShannonRequest;
import network.pokt.mlqos.relay.shannon.message.ShannonResponse;
import network.pokt.mlqos.relay.shannon.message.SignedRelay;
import network.pokt.mlqos.transport.Payload;

/**
 * Evidence of one relay that anybody can check without asking us: what was asked and by whose ring, what was answered, and that
 * the supplier signed it.
 *
 * <pre>{@code
 * Payload kept = new RelayProof(request, response, supplierKey).compact().encode();
 * boolean sound = RelayProof.decode(kept).verify();
 * }</pre>
 *
 * <p>The supplier's key proves itself: it must hash to the address in the request. Whether the ring's keys may sign for the
 * application and whether the supplier was in the session only the chain knows; compare {@link Ring#covers} and the session.
 *
 * @param request the request as it was sent, signed
 * @param response the answer as it came; without its payload in a compact proof
 * @param supplierKey the public key of the supplier's account
 */
public record RelayProof(ShannonRequest request, ShannonResponse response, PocketPublicKey supplierKey) {

    /** What can be wrong with a proof. */
    public enum Flaw {
        /** The ring signature is missing, malformed or of another request. */
        RING_SIGNATURE,
        /** The key is not that of the supplier to whom the request went. */
        SUPPLIER_KEY,
        /** The supplier's signature is missing or of another answer. */
        SUPPLIER_SIGNATURE,
        /** The answer is to another session. */
        SESSION,
        /** The payload is not the one that the supplier signed. */
        PAYLOAD
    }

    /** Returns whether request and answer are signed and belong together. */
    public boolean verify() {
        return flaws().isEmpty();
    }

    /** Returns everything that is wrong. */
    public Set<Flaw> flaws() {
        Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
        if (!RingSignature.verify(request.signableHash(), request.signature().toByteArray())) {
            flaws.add(Flaw.RING_SIGNATURE);
        }
        if (!supplierKey.address().equals(request.supplierOperatorAddress())) {
            flaws.add(Flaw.SUPPLIER_KEY);
        }
        if (!supplierKey.verify(
                response.signableHash(), response.supplierOperatorSignature().toByteArray())) {
            flaws.add(Flaw.SUPPLIER_SIGNATURE);
        }
        SessionHeader session = request.sessionHeader();
        if (session == null || !session.equals(response.sessionHeader())) {
            flaws.add(Flaw.SESSION);
        }
        if (!isCompact() && !response.payloadIsCovered()) {
            flaws.add(Flaw.PAYLOAD);
        }
        return flaws;
    }

    /** Returns whether the payload of the answer was left out, so that only its hash is proven. */
    public boolean isCompact() {
        return response.payload().isEmpty() && !response.payloadHash().isEmpty();
    }

    /** Returns the proof without the payload of the answer if its hash is signed, else the same proof. */
    public RelayProof compact() {
        if (response.payloadHash().isEmpty()) {
            return this;
        }
        return new RelayProof(request, withPayload(Payload.empty()), supplierKey);
    }

    /** Returns whether this is a sound proof that the supplier answered with these bytes. */
    public boolean proves(Payload answer) {
        return new RelayProof(request, withPayload(answer), supplierKey).verify();
    }

    private ShannonResponse withPayload(Payload payload) {
        return new ShannonResponse(
                response.sessionHeader(),
                response.supplierOperatorSignature(),
                payload,
                response.error(),
                response.payloadHash());
    }

    /** Returns the proof as bytes: the supplier's key, then both messages. */
    public Payload encode() {
        Payload relay = new SignedRelay(request, response).encode();
        byte[] bytes = new byte[PocketPublicKey.ENCODED_BYTES + relay.size()];
        System.arraycopy(supplierKey.toByteArray(), 0, bytes, 0, PocketPublicKey.ENCODED_BYTES);
        relay.buffer().get(bytes, PocketPublicKey.ENCODED_BYTES, relay.size());
        return Payload.wrap(bytes, bytes.length);
    }

    /**
     * Reads what {@link #encode} writes.
     *
     * @throws MalformedMessageException if the messages are none
     * @throws IllegalArgumentException if there is no supplier's key before them
     */
    public static RelayProof decode(Payload bytes) {
        if (bytes.size() < PocketPublicKey.ENCODED_BYTES) {
            throw new IllegalArgumentException(
                    "A proof of " + bytes.size() + " bytes has no supplier's key; it is cut.");
        }
        byte[] key = new byte[PocketPublicKey.ENCODED_BYTES];
        byte[] relay = new byte[bytes.size() - key.length];
        bytes.buffer().get(key).get(relay);
        SignedRelay signed = SignedRelay.decode(Payload.wrap(relay, relay.length));
        return new RelayProof(signed.request(), signed.response(), PocketPublicKey.of(key));
    }
}
