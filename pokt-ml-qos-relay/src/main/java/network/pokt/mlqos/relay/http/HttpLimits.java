package network.pokt.mlqos.relay.http;

import java.time.Duration;

/** How long a relay may take in each of its phases, in nanoseconds, and how much a node may send. */
record HttpLimits(
        long connectNanos, long firstByteNanos, long idleNanos, long totalNanos, int maxBodyBytes, int maxHeaderBytes) {

    static HttpLimits of(
            Duration connect, Duration firstByte, Duration idle, Duration total, int maxBodyBytes, int maxHeaderBytes) {
        return new HttpLimits(
                connect.toNanos(), firstByte.toNanos(), idle.toNanos(), total.toNanos(), maxBodyBytes, maxHeaderBytes);
    }
}
