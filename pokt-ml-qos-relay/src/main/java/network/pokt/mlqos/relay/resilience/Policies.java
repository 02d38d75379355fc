package network.pokt.mlqos.relay.resilience;

import org.jspecify.annotations.Nullable;

/** Which policies are on; {@code maxConcurrent} is 0 if the bulkhead is off. */
record Policies(
        @Nullable RetryPolicy retry,
        @Nullable CircuitPolicy circuit,
        @Nullable RateLimit rate,
        int maxConcurrent) {}
