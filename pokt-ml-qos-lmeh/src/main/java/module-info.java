/** Tasks of the lm-evaluation-harness. */
module network.pokt.mlqos.lmeh {
    requires static transitive org.jspecify;
    requires transitive network.pokt.mlqos;
    requires ai.djl.tokenizers;
    requires org.slf4j;
    requires org.yaml.snakeyaml;
    requires tools.jackson.core;
    requires tools.jackson.databind;

    exports network.pokt.mlqos.lmeh;
    exports network.pokt.mlqos.lmeh.config;
    exports network.pokt.mlqos.lmeh.coverage;
    exports network.pokt.mlqos.lmeh.data;
    exports network.pokt.mlqos.lmeh.filter;
    exports network.pokt.mlqos.lmeh.function;
    exports network.pokt.mlqos.lmeh.port;
    exports network.pokt.mlqos.lmeh.ifeval;
    exports network.pokt.mlqos.lmeh.match;
    exports network.pokt.mlqos.lmeh.ifeval;
    exports network.pokt.mlqos.lmeh.port;
    exports network.pokt.mlqos.lmeh.prompt;
    exports network.pokt.mlqos.lmeh.result;
    exports network.pokt.mlqos.lmeh.suite;
}
