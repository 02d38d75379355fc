package network.pokt.mlqos.lmeh.match;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Remembers what it was told last: an answer is judged for its score, again by each filter pipeline that leaves it as it is, and
 * again where it is written down. Thread-safe.
 */
final class RememberedCloseness implements Closeness {

    /** Enough for all that is being asked at one time; answers of 8,000 characters make some ten megabytes of it. */
    private static final int MOST = 1024;

    private final Closeness asked;
    private final Map<Question, double[]> known = new LeastRecentlyUsed();

    RememberedCloseness(Closeness asked) {
        this.asked = asked;
    }

    private record Question(String answer, List<String> candidates) {}

    private static final class LeastRecentlyUsed extends LinkedHashMap<Question, double[]> {

        private static final long serialVersionUID = 1;

        LeastRecentlyUsed() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, double[]> eldest) {
            return size() > MOST;
        }
    }

    @Override
    public double[] of(String answer, List<String> candidates) {
        Question question = new Question(answer, List.copyOf(candidates));
        synchronized (known) {
            double[] before = known.get(question);
            if (before != null) {
                return before.clone();
            }
        }
        double[] closeness = asked.of(answer, candidates);
        synchronized (known) {
            known.put(question, closeness.clone());
        }
        return closeness;
    }
}
