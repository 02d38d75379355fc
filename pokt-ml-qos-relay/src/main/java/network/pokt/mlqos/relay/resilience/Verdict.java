package network.pokt.mlqos.relay.resilience;

import java.time.Duration;
import java.util.Optional;
import network.pokt.mlqos.transport.Blame;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RetryAfter;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt says without its payload being read.
 *
 * @param cause what went wrong, if anything did
 * @param retryAfter how long the node asks to be left alone, if it does
 */
record Verdict(@Nullable FaultCause cause, Optional<Duration> retryAfter) {

    static Verdict of(RelayOutcome outcome) {
        if (outcome instanceof RelayFailure failure) {
            return new Verdict(failure.cause(), failure.retryAfter());
        }
        return ofResponse((RelayResponse) outcome);
    }

    private static Verdict ofResponse(RelayResponse response) {
        Optional<Duration> retryAfter = RetryAfter.of(response);
        return new Verdict(
                FaultCause.ofStatus(response.status(), retryAfter.isPresent()).orElse(null), retryAfter);
    }

    boolean retryable() {
        return cause != null && cause.retryable();
    }

    /** Returns whether it speaks against the node, as its circuit breaker sees it. */
    boolean against() {
        return cause != null && !saysNothing();
    }

    /** Returns whether it says nothing about the node, good or bad. */
    boolean saysNothing() {
        return cause != null && (cause.blame() == Blame.CALLER || cause.blame() == Blame.OURS);
    }
}
