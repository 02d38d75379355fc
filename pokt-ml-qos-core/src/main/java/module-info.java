/**
 * Measures, prices and chooses machine-learning nodes on Pocket Network.
 *
 * <p>A package is exported as soon as it has a public type. The exports keep the order of the rooms, ground floor first:
 * time, stats, node, transport, inference, python, template, token, price, metric, task, evaluation, profile, signature, watch,
 * leaderboard, route, store, and the front door last.
 */
module network.pokt.mlqos {
    requires static transitive org.jspecify;
    requires static ai.djl.tokenizers;
    requires static jtokkit;
    requires static micrometer.core;
    requires static transitive java.sql;
    requires transitive java.net.http;
    requires org.apache.commons.statistics.distribution;
    requires org.slf4j;
    requires tools.jackson.core;
    requires tools.jackson.databind;

    exports network.pokt.mlqos;
    exports network.pokt.mlqos.error;
    exports network.pokt.mlqos.time;
    exports network.pokt.mlqos.stats;
    exports network.pokt.mlqos.node;
    exports network.pokt.mlqos.transport;
    exports network.pokt.mlqos.inference;
    exports network.pokt.mlqos.python;
    exports network.pokt.mlqos.template;
    exports network.pokt.mlqos.token;
    exports network.pokt.mlqos.price;
    exports network.pokt.mlqos.metric;
    exports network.pokt.mlqos.task;
    exports network.pokt.mlqos.evaluation;
    exports network.pokt.mlqos.profile;
    exports network.pokt.mlqos.signature;
    exports network.pokt.mlqos.watch;
    exports network.pokt.mlqos.leaderboard;
    exports network.pokt.mlqos.route;
    exports network.pokt.mlqos.store;
}
