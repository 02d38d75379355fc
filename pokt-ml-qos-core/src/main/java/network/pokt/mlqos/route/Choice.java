package network.pokt.mlqos.route;

/**
 * One choice on a pool.
 *
 * @param index the candidate that was chosen, -1 for none
 * @param how which rule decided
 */
record Choice(int index, Decision.How how) {}
