/**
 * Measures, prices and chooses machine-learning nodes on Pocket Network.
 *
 * <p>Exports follow the order of the rooms, ground floor first; a package is exported once it has a public type.
 */
module network.pokt.mlqos {
    requires static transitive org.jspecify;
    requires static ai.djl.tokenizers;
    requires org.apache.commons.statistics.distribution;
    requires org.slf4j;
    requires tools.jackson.core;
    requires tools.jackson.databind;
}
