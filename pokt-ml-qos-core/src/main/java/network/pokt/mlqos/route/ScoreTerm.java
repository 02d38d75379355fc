package network.pokt.mlqos.route;

/** One part of a node's score; scores are sums of terms. Implementations are thread-safe, quick and side-effect free. */
public interface ScoreTerm {

    /** Returns the name under which the term is explained. */
    String name();

    /** Returns what the term adds for a request of this size, in the policy's unit; finite, and higher is better. */
    double of(Candidate candidate, RequestSize size);

    /** Returns a term by its name and what it adds. */
    static ScoreTerm of(String name, Value value) {
        return new ScoreTerm() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public double of(Candidate candidate, RequestSize size) {
                return value.of(candidate, size);
            }
        };
    }

    /** What a term adds. */
    @FunctionalInterface
    interface Value {
        double of(Candidate candidate, RequestSize size);
    }
}
