package network.pokt.mlqos.relay.shannon;

import java.util.List;
import java.util.Set;

/**
 * Tells the questions that the chain answers with no from a full node in trouble. Both come as errors, and poktroll reports
 * most of the first kind as internal errors (poktroll ab401edc, {@code x/session/types/errors.go}), so words count too.
 */
final class Refusals {

    /** Codes of gRPC: invalid argument, not found, failed precondition. */
    private static final Set<Integer> FINAL_CODES = Set.of(3, 5, 9);

    /** ABCI codes of the session module: application not found, not staked, not active, no suppliers. */
    private static final Set<Integer> SESSION_CODES = Set.of(1102, 1103, 1104, 1109);

    private static final List<String> FINAL_WORDS =
            List.of("not found", "not staked", "not active", "no suppliers", "invalid");

    private Refusals() {}

    /** Returns whether asking again will not help; {@code message} is lower case. */
    static boolean areFinal(int code, String message) {
        boolean ahead = message.contains("ahead of the last committed");
        return !ahead
                && (FINAL_CODES.contains(code)
                        || SESSION_CODES.contains(code)
                        || FINAL_WORDS.stream().anyMatch(message::contains));
    }
}
