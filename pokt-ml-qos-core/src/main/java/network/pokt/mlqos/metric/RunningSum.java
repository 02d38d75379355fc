package network.pokt.mlqos.metric;

/** A sum under way. Not thread-safe. */
interface RunningSum {

    void add(double value);

    double value();
}
