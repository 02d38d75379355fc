package network.pokt.mlqos.samples.leaderboardsite.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps answers for as long as what they show is the newest: whatever is asked a thousand times between two views is made once.
 * Bounded by bytes, since anybody can think of new addresses. Thread-safe.
 */
public final class AnswerCache {

    private static final long MOST_BYTES = 16L << 20;

    private final Supplier<?> shown;
    private volatile @Nullable Kept kept;

    /** Begins with what says what is shown now: another object each time that changes. */
    public AnswerCache(Supplier<?> shown) {
        this.shown = shown;
    }

    /** Returns the same handler, whose answers are kept. */
    public Routes.Handler keeping(Routes.Handler handler) {
        return request -> {
            Kept now = current();
            Response known = now.answers.get(request);
            if (known != null) {
                return known;
            }
            Response made = handler.answer(request);
            if (now.bytes.addAndGet(made.body().length()) <= MOST_BYTES) {
                now.answers.put(request, made);
            }
            return made;
        };
    }

    private Kept current() {
        Object version = shown.get();
        Kept now = kept;
        if (now == null || now.version != version) {
            now = new Kept(version);
            kept = now;
        }
        return now;
    }

    private static final class Kept {

        private final Object version;
        private final Map<Request, Response> answers = new ConcurrentHashMap<>();
        private final AtomicLong bytes = new AtomicLong();

        Kept(Object version) {
            this.version = version;
        }
    }
}
