/** Tasks of the lm-evaluation-harness. */
module network.pokt.mlqos.lmeh {
    requires static transitive org.jspecify;
    requires transitive network.pokt.mlqos;
    requires ai.djl.tokenizers;
    requires org.slf4j;

    exports network.pokt.mlqos.lmeh.template;
}
