package network.pokt.mlqos.profile;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import network.pokt.mlqos.stats.LatencyDigest;
import network.pokt.mlqos.transport.FaultCause;

/** The relays of one node over one stretch of time. Guarded by its node's lock. */
final class Traffic {

    long answered;
    final Map<FaultCause, Long> faults = new EnumMap<>(FaultCause.class);
    final LatencyDigest firstToken = new LatencyDigest();
    final LatencyDigest perOutputToken = new LatencyDigest();
    final LatencyDigest total = new LatencyDigest();
    final LengthSums lengths = new LengthSums();

    void add(RelayObservation relay) {
        if (relay.cause().isPresent()) {
            faults.merge(relay.cause().get(), 1L, Long::sum);
            return;
        }
        answered++;
        total.record(relay.total());
        relay.firstToken().ifPresent(firstToken::record);
        if (relay.firstToken().isPresent() && relay.contentEvents() > 1) {
            // Counted by what arrived, not by what is claimed: a padded bill must not look like speed.
            long between =
                    Math.max(0, relay.total().minus(relay.firstToken().get()).toNanos());
            perOutputToken.record(between / (relay.contentEvents() - 1), 1);
        }
        OptionalLong output = relay.contentEvents() > 0 ? OptionalLong.of(relay.contentEvents()) : relay.outputTokens();
        if (relay.promptTokens().isPresent() && output.isPresent()) {
            lengths.add(
                    relay.promptTokens().getAsLong(),
                    output.getAsLong(),
                    relay.total().toNanos());
        }
    }

    void merge(Traffic other) {
        answered += other.answered;
        other.faults.forEach((cause, count) -> faults.merge(cause, count, Long::sum));
        firstToken.merge(other.firstToken);
        perOutputToken.merge(other.perOutputToken);
        total.merge(other.total);
        lengths.merge(other.lengths);
    }

    long relays() {
        return answered + faults.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Returns how many relays failed and that is not ours. */
    long failedByOthers() {
        return faults.entrySet().stream()
                .filter(fault -> fault.getKey().countsAsWrong())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    int bytes() {
        int digests = firstToken.bytes() + perOutputToken.bytes() + total.bytes() + 3 * (32 + 16);
        int causes = 56 + 16 + 2 * 4 * FaultCause.values().length + faults.size() * 24;
        return 48 + digests + causes + 16 + 16 + 9 * Double.BYTES;
    }
}
