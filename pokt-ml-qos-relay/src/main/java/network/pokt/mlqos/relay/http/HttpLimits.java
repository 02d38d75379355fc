package network.pokt.mlqos.relay.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How long a relay may take in each of its phases, in nanoseconds, and how much a node may send. */
record HttpLimits(
        long connectNanos, long firstByteNanos, long idleNanos, long totalNanos, int maxBodyBytes, int maxHeaderBytes) {

    static HttpLimits of(
            Duration connect, Duration firstByte, Duration idle, Duration total, int maxBodyBytes, int maxHeaderBytes) {
        return new HttpLimits(
                nanos(connect), nanos(firstByte), nanos(idle), nanos(total), maxBodyBytes, maxHeaderBytes);
    }

    /** Unlike {@link Duration#toNanos()} this does not overflow for those who mean "never". */
    private static long nanos(Duration duration) {
        return TimeUnit.NANOSECONDS.convert(duration);
    }
}
