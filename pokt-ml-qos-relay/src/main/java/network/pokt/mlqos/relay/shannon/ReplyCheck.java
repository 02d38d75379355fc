package network.pokt.mlqos.relay.shannon;

import network.pokt.mlqos.relay.shannon.message.MalformedMessageException;
import network.pokt.mlqos.relay.shannon.message.PoktHttpResponse;
import network.pokt.mlqos.relay.shannon.message.SessionHeader;
import network.pokt.mlqos.relay.shannon.message.ShannonResponse;
import network.pokt.mlqos.transport.Payload;

/**
 * Holds a reply against what was asked: our session, the supplier's signature, the hash of the payload.
 *
 * <p>What it cannot tell is a reply that the same supplier has signed for another relay of the same session, because nothing in a
 * reply names its request.
 *
 * @param session the session that we asked in
 * @param supplier the supplier's key
 */
record ReplyCheck(SessionHeader session, PocketPublicKey supplier, SupplierSignatures signatures, MinerErrors errors) {

    /** A reply that holds, and what it carries. */
    record Checked(ShannonResponse reply, PoktHttpResponse answer) {}

    /**
     * Returns the answer that a reply carries.
     *
     * @throws RejectedException if the reply is an error, or does not hold
     */
    Checked check(Payload bytes) {
        if (bytes.isEmpty()) {
            throw new RejectedException(Rejection.NO_CONTENT, "The relay miner's reply is empty.");
        }
        ShannonResponse reply = decode(bytes);
        if (reply.error() != null) {
            throw errors.of(reply.error());
        }
        if (reply.supplierOperatorSignature().isEmpty()) {
            throw new RejectedException(Rejection.UNSIGNED, "The reply is not signed.");
        }
        if (!session.equals(reply.sessionHeader())) {
            throw new RejectedException(
                    Rejection.SESSION_DIFFERS, "The reply is for another session than " + session.sessionId() + ".");
        }
        if (!reply.payloadIsCovered()) {
            throw new RejectedException(
                    Rejection.PAYLOAD_SWAPPED, "The payload of the reply is not the one whose hash was signed.");
        }
        byte[] signature = reply.supplierOperatorSignature().toByteArray();
        if (!signatures.verify(supplier, reply.signableHash(), signature)) {
            throw new RejectedException(
                    Rejection.SIGNATURE_INVALID, "The signature of the reply is not the supplier's for this reply.");
        }
        return new Checked(reply, answer(reply.payload()));
    }

    private static ShannonResponse decode(Payload bytes) {
        try {
            return ShannonResponse.decode(bytes);
        } catch (MalformedMessageException e) {
            throw new RejectedException(Rejection.NOT_A_RESPONSE, "The reply is no relay response.");
        }
    }

    private static PoktHttpResponse answer(Payload payload) {
        try {
            return PoktHttpResponse.decode(payload);
        } catch (MalformedMessageException e) {
            throw new RejectedException(
                    Rejection.PAYLOAD_MALFORMED, "The reply is signed, but its payload is no HTTP answer.");
        }
    }
}
