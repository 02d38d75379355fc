package network.pokt.mlqos.relay.shannon.message;

import network.pokt.mlqos.transport.Payload;
import org.jspecify.annotations.Nullable;

/**
 * One relay on its way to a miner ({@code pocket.service.RelayRequest} with its metadata).
 *
 * @param sessionHeader the session, exactly as the chain gave it; null only in what a stranger sent
 * @param signature the ring signature over {@link #signableHash()}, empty while unsigned
 * @param supplierOperatorAddress the bech32 address of the supplier that is to serve the relay
 * @param payload the bytes of a {@link PoktHttpRequest}
 */
public record ShannonRequest(
        @Nullable SessionHeader sessionHeader, Payload signature, String supplierOperatorAddress, Payload payload) {

    /** Returns a request that still has to be signed. */
    public static ShannonRequest unsigned(SessionHeader session, String supplierOperatorAddress, Payload payload) {
        return new ShannonRequest(session, Payload.empty(), supplierOperatorAddress, payload);
    }

    /** Returns the same request with this ring signature. */
    public ShannonRequest signed(byte[] ringSignature) {
        return new ShannonRequest(sessionHeader, Payload.of(ringSignature), supplierOperatorAddress, payload);
    }

    /** Returns the 32 bytes that the ring signs: the SHA-256 of the request without its signature. */
    public byte[] signableHash() {
        return Sha256.of(wire(Payload.empty()).toPayload());
    }

    /** Returns the bytes on the wire. */
    public Payload encode() {
        return wire(signature).toPayload();
    }

    /**
     * Reads what {@link #encode} writes.
     *
     * @throws MalformedMessageException if the bytes are no such message
     */
    public static ShannonRequest decode(Payload bytes) {
        ProtoReader in = ProtoReader.of("relay request", bytes);
        Meta meta = Meta.NONE;
        Payload payload = Payload.empty();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> meta = Meta.read(in.message());
                case 2 -> payload = in.bytes();
                default -> in.skip();
            }
        }
        return new ShannonRequest(meta.header, meta.signature, meta.supplier, payload);
    }

    private ProtoWriter wire(Payload signature) {
        ProtoWriter meta = new ProtoWriter();
        if (sessionHeader != null) {
            meta.message(1, sessionHeader.wire());
        }
        meta.bytes(2, signature).string(3, supplierOperatorAddress);
        return new ProtoWriter().message(1, meta).bytes(2, payload);
    }

    private record Meta(@Nullable SessionHeader header, Payload signature, String supplier) {

        static final Meta NONE = new Meta(null, Payload.empty(), "");

        static Meta read(ProtoReader in) {
            SessionHeader header = null;
            Payload signature = Payload.empty();
            String supplier = "";
            while (in.next()) {
                switch (in.field()) {
                    case 1 -> header = SessionHeader.read(in.message());
                    case 2 -> signature = in.bytes();
                    case 3 -> supplier = in.string();
                    default -> in.skip();
                }
            }
            return new Meta(header, signature, supplier);
        }
    }
}
