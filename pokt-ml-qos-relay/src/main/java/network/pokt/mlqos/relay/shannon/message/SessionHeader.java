package network.pokt.mlqos.relay.shannon.message;

import network.pokt.mlqos.transport.Payload;

/**
 * Names one session: an application, a service and a span of blocks ({@code pocket.session.SessionHeader}).
 *
 * <p>A miner compares every field with the chain's, so take it from a {@link Session} and never build it yourself.
 *
 * @param applicationAddress the bech32 address of the application
 * @param sessionId 64 hexadecimal digits
 * @param sessionStartBlockHeight the first block of the session
 * @param sessionEndBlockHeight the last block of the session
 */
public record SessionHeader(
        String applicationAddress,
        String serviceId,
        String sessionId,
        long sessionStartBlockHeight,
        long sessionEndBlockHeight) {

    /** Returns the bytes on the wire. */
    public Payload encode() {
        return wire().toPayload();
    }

    /** Reads what {@link #encode} writes. */
    public static SessionHeader decode(Payload bytes) {
        return read(ProtoReader.of("session header", bytes));
    }

    ProtoWriter wire() {
        return new ProtoWriter()
                .string(1, applicationAddress)
                .string(2, serviceId)
                .string(3, sessionId)
                .varint(4, sessionStartBlockHeight)
                .varint(5, sessionEndBlockHeight);
    }

    static SessionHeader read(ProtoReader in) {
        String application = "";
        String service = "";
        String session = "";
        long start = 0;
        long end = 0;
        while (in.next()) {
            switch (in.field()) {
                case 1 -> application = in.string();
                case 2 -> service = in.string();
                case 3 -> session = in.string();
                case 4 -> start = in.varint();
                case 5 -> end = in.varint();
                default -> in.skip();
            }
        }
        return new SessionHeader(application, service, session, start, end);
    }
}
