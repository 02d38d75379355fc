package network.pokt.mlqos.relay.shannon.message;

import java.security.MessageDigest;
import network.pokt.mlqos.transport.Payload;
import org.jspecify.annotations.Nullable;

/**
 * A miner's answer to one relay ({@code pocket.service.RelayResponse} with its metadata).
 *
 * <p>The supplier's signature covers the payload only through {@link #payloadHash()}: whoever trusts the signature must check
 * {@link #payloadIsCovered()} too.
 *
 * @param sessionHeader the session that the miner says it served; null if it says none
 * @param supplierOperatorSignature the supplier's ECDSA signature over {@link #signableHash()}, empty in an error reply
 * @param payload the bytes of a {@link PoktHttpResponse}, or the text of an error
 * @param error why the relay was refused, if it was
 * @param payloadHash the SHA-256 of the payload; empty from miners of chains up to v0.1.25, which sign the payload itself
 */
public record ShannonResponse(
        @Nullable SessionHeader sessionHeader,
        Payload supplierOperatorSignature,
        Payload payload,
        @Nullable RelayMinerError error,
        Payload payloadHash) {

    /** Returns an answer with its payload hash that still has to be signed. */
    public static ShannonResponse unsigned(SessionHeader session, Payload payload) {
        return new ShannonResponse(session, Payload.empty(), payload, null, Payload.of(Sha256.of(payload)));
    }

    /** Returns an error reply as miners send it: unsigned, with the message as its payload. */
    public static ShannonResponse refusal(@Nullable SessionHeader session, RelayMinerError error) {
        return new ShannonResponse(session, Payload.empty(), Payload.of(error.message()), error, Payload.empty());
    }

    /** Returns the same answer with this signature of the supplier. */
    public ShannonResponse signed(byte[] supplierSignature) {
        return new ShannonResponse(sessionHeader, Payload.of(supplierSignature), payload, error, payloadHash);
    }

    /**
     * Returns the 32 bytes that the supplier signs as a message: the SHA-256 of the answer without its signature and, if there
     * is a payload hash, without its payload. The ECDSA digest is the SHA-256 of these bytes once more.
     */
    public byte[] signableHash() {
        Payload covered = payloadHash.isEmpty() ? payload : Payload.empty();
        return Sha256.of(wire(Payload.empty(), covered).toPayload());
    }

    /** Returns whether the signature covers this payload: by its hash if there is one, else as a part of what is signed. */
    public boolean payloadIsCovered() {
        return payloadHash.isEmpty() || MessageDigest.isEqual(Sha256.of(payload), payloadHash.toByteArray());
    }

    /** Returns the bytes on the wire. */
    public Payload encode() {
        return wire(supplierOperatorSignature, payload).toPayload();
    }

    /**
     * Reads what {@link #encode} writes.
     *
     * @throws MalformedMessageException if the bytes are no such message
     */
    public static ShannonResponse decode(Payload bytes) {
        ProtoReader in = ProtoReader.of("relay response", bytes);
        Meta meta = Meta.NONE;
        Payload payload = Payload.empty();
        RelayMinerError error = null;
        Payload payloadHash = Payload.empty();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> meta = Meta.read(in.message());
                case 2 -> payload = in.bytes();
                case 3 -> error = RelayMinerError.read(in.message());
                case 4 -> payloadHash = in.bytes();
                default -> in.skip();
            }
        }
        return new ShannonResponse(meta.header, meta.signature, payload, error, payloadHash);
    }

    private ProtoWriter wire(Payload signature, Payload covered) {
        ProtoWriter meta = new ProtoWriter();
        if (sessionHeader != null) {
            meta.message(1, sessionHeader.wire());
        }
        meta.bytes(2, signature);
        ProtoWriter response = new ProtoWriter().message(1, meta).bytes(2, covered);
        if (error != null) {
            response.message(3, error.wire());
        }
        return response.bytes(4, payloadHash);
    }

    private record Meta(@Nullable SessionHeader header, Payload signature) {

        static final Meta NONE = new Meta(null, Payload.empty());

        static Meta read(ProtoReader in) {
            SessionHeader header = null;
            Payload signature = Payload.empty();
            while (in.next()) {
                switch (in.field()) {
                    case 1 -> header = SessionHeader.read(in.message());
                    case 2 -> signature = in.bytes();
                    default -> in.skip();
                }
            }
            return new Meta(header, signature);
        }
    }
}
