package network.pokt.mlqos.relay.shannon;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import network.pokt.mlqos.time.TimeSource;

/**
 * Answers to questions, each for its lifetime and the oldest ones given up for room; what failed is not remembered, and who
 * asks while an equal question is under way gets its answer. Thread-safe.
 */
final class Memory<K, V> {

    private record Entry<V>(CompletableFuture<V> answer, long askedNanos) {}

    private final TimeSource time;
    private final int room;
    private final Function<V, Duration> lifetime;
    private final Map<K, Entry<V>> entries = new LinkedHashMap<>();

    Memory(TimeSource time, int room, Function<V, Duration> lifetime) {
        this.time = time;
        this.room = room;
        this.lifetime = lifetime;
    }

    CompletableFuture<V> get(K key, Function<K, CompletableFuture<V>> ask) {
        CompletableFuture<V> answer;
        synchronized (entries) {
            Entry<V> known = entries.get(key);
            if (known != null && isAlive(known)) {
                return known.answer;
            }
            answer = new CompletableFuture<>();
            entries.remove(key);
            entries.put(key, new Entry<>(answer, time.nanos()));
            forgetOldest();
        }
        fill(answer, ask.apply(key));
        return answer;
    }

    private boolean isAlive(Entry<V> entry) {
        if (!entry.answer.isDone()) {
            return true;
        }
        if (entry.answer.isCompletedExceptionally()) {
            return false;
        }
        Duration age = Duration.ofNanos(time.nanos() - entry.askedNanos);
        return age.compareTo(lifetime.apply(entry.answer.join())) < 0;
    }

    private void forgetOldest() {
        if (entries.size() > room) {
            entries.remove(entries.keySet().iterator().next());
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // completing a future throws nothing
    private static <V> void fill(CompletableFuture<V> answer, CompletableFuture<V> source) {
        source.whenComplete((value, thrown) -> {
            if (thrown == null) {
                answer.complete(value);
            } else {
                answer.completeExceptionally(thrown);
            }
        });
    }
}
