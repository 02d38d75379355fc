package network.pokt.mlqos.route;

/** How far a node is relied on, from its own recent relays. */
public enum Grade {
    /** Nothing speaks against it. */
    FULL(1),
    /** Something may be wrong: half of its usual weight. */
    REDUCED(0.5),
    /** Something is probably wrong, or it comes back from the bench: a request now and then. */
    CANARY(0.02),
    /** Left out until its time on the bench is over. */
    BENCHED(0);

    private final double weight;

    Grade(double weight) {
        this.weight = weight;
    }

    /** Returns the factor of the node's chance to be drawn. */
    double weight() {
        return weight;
    }
}
