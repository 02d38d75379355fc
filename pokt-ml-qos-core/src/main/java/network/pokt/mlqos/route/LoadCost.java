package network.pokt.mlqos.route;

/**
 * What the load of a node at this very moment costs a request, in the unit of the policy's scores. Asked for each node that is
 * looked at: implementations are thread-safe, quick, free of side effects and make no garbage.
 */
@FunctionalInterface
public interface LoadCost {

    /**
     * Returns by how much the score falls against that of the idle node, at least 0.
     *
     * @param delay how many seconds later than at the idle node the first token is expected
     * @param inFlight relays under way to the node
     */
    double of(Candidate candidate, RequestSize size, double delay, int inFlight);
}
