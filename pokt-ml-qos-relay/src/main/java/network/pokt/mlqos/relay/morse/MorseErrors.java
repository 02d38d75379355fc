package network.pokt.mlqos.relay.morse;

import network.pokt.mlqos.transport.FaultCause;

/** What the numbers of pocket-core's errors mean (pocket-go provider/relay.go). */
final class MorseErrors {

    private MorseErrors() {}

    static FaultCause causeOf(int code) {
        return switch (code) {
            case 14, 60, 75, 90 -> FaultCause.SESSION_REFUSED; // session, height, out of sync, evidence sealed
            case 25, 74 -> FaultCause.BAD_REQUEST; // empty payload, request hash
            case 37 -> FaultCause.INTERNAL; // a proof used twice: only we make them
            case 45 -> FaultCause.UNAUTHORIZED; // application not found
            case 71 -> FaultCause.OVER_SERVICED;
            case 76 -> FaultCause.NOT_FOUND; // chain not served
            default -> FaultCause.SERVER_ERROR; // 28, the backend, among them
        };
    }
}
