package network.pokt.mlqos.samples.leaderboardsite.web;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import network.pokt.mlqos.time.TimeSource;

/**
 * So many requests a second from each address, and a few seconds' worth at once: a token bucket for each. An IPv6 network of 64 bits
 * counts as one address, since everybody has as many addresses there as he likes. Thread-safe.
 */
final class RateLimit {

    /** Whoever was not seen for longest makes room; he begins with a full bucket again. */
    private static final int MOST_ADDRESSES = 20_000;

    private static final int BURST_SECONDS = 3;
    private static final int IPV6_NETWORK_BYTES = 8;

    private final double perSecond;
    private final TimeSource time;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    RateLimit(int perSecond, TimeSource time) {
        this.perSecond = perSecond;
        this.time = time;
    }

    /** Takes a request: empty if it may pass, else the whole seconds after which another will. */
    synchronized Optional<Long> take(InetAddress address) {
        long now = time.nanos();
        double most = perSecond * BURST_SECONDS;
        Bucket bucket = buckets.computeIfAbsent(key(address), key -> new Bucket(most, now));
        bucket.tokens = Math.min(most, bucket.tokens + (now - bucket.at) / 1e9 * perSecond);
        bucket.at = now;
        if (bucket.tokens >= 1) {
            bucket.tokens--;
            return Optional.empty();
        }
        return Optional.of((long) Math.ceil((1 - bucket.tokens) / perSecond));
    }

    private static String key(InetAddress address) {
        byte[] bytes = address.getAddress();
        return Arrays.toString(bytes.length == 4 ? bytes : Arrays.copyOf(bytes, IPV6_NETWORK_BYTES));
    }

    private static final class Bucket {

        private double tokens;
        private long at;

        Bucket(double tokens, long at) {
            this.tokens = tokens;
            this.at = at;
        }
    }
}
