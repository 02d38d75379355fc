package network.pokt.mlqos.route;

/**
 * The load that a relay met at its node when it was sent.
 *
 * @param inFlight how many others were under way
 * @param thousandsAhead the thousands of tokens in prompts that were still being read
 * @param delay how many seconds later than at the idle node the first token was expected
 */
record Met(int inFlight, double thousandsAhead, double delay) {}
