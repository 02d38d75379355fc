package network.pokt.mlqos.relay.shannon.message;

import network.pokt.mlqos.transport.Payload;

/** A request and its answer together ({@code pocket.service.Relay}), as miners keep them to prove that they served. */
public record SignedRelay(ShannonRequest request, ShannonResponse response) {

    /** Returns the bytes on the wire. */
    public Payload encode() {
        return new ProtoWriter()
                .bytes(1, request.encode())
                .bytes(2, response.encode())
                .toPayload();
    }

    /**
     * Reads what {@link #encode} writes.
     *
     * @throws MalformedMessageException if the bytes are no such message
     */
    public static SignedRelay decode(Payload bytes) {
        ProtoReader in = ProtoReader.of("relay", bytes);
        Payload request = Payload.empty();
        Payload response = Payload.empty();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> request = in.bytes();
                case 2 -> response = in.bytes();
                default -> in.skip();
            }
        }
        return new SignedRelay(ShannonRequest.decode(request), ShannonResponse.decode(response));
    }
}
