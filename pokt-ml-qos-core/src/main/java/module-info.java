/**
 * Measures, prices and chooses machine-learning nodes on Pocket Network.
 *
 * <p>A package is exported as soon as it has a public type. The exports keep the order of the rooms, ground floor first:
 * time, stats, node, transport, inference, token, price, metric, task, evaluation, profile, signature, watch,
 * leaderboard, route, store, and the front door last.
 */
module network.pokt.mlqos {
    requires static transitive org.jspecify;
    requires static ai.djl.tokenizers;
    requires org.apache.commons.statistics.distribution;
    requires org.slf4j;
    requires tools.jackson.core;
    requires tools.jackson.databind;
}
