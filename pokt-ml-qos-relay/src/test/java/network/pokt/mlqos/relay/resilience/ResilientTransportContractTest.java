package network.pokt.mlqos.relay.resilience;

import java.time.Duration;
import network.pokt.mlqos.relay.http.OpenAiHttpTransport;
import network.pokt.mlqos.transport.RelayTransport;
import network.pokt.mlqos.transport.RelayTransportContract;

/** With every policy on, the wrapped transport still keeps the contract. */
class ResilientTransportContractTest extends RelayTransportContract {

    @Override
    public RelayTransport transport(Limits limits) {
        RelayTransport http = OpenAiHttpTransport.builder()
                .firstByteTimeout(limits.firstByte())
                .idleTimeout(limits.idle())
                .maxBodyBytes(limits.maxBodyBytes())
                .maxHeaderBytes(limits.maxHeaderBytes())
                .build();
        return ResilientTransport.around(http)
                .retry(RetryPolicy.defaults()
                        .withMaxAttempts(2)
                        .withDelays(Duration.ofMillis(1), Duration.ofMillis(10)))
                .circuitBreaker(CircuitPolicy.defaults())
                .rateLimit(RateLimit.of(10_000, Duration.ofSeconds(1)).withMaxWait(Duration.ofSeconds(10)))
                .maxConcurrent(1_000)
                .build();
    }
}
