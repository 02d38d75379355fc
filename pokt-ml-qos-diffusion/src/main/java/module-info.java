/** Text-to-image tasks and the checks and metrics of their images. */
module network.pokt.mlqos.diffusion {
    requires static transitive org.jspecify;
    requires transitive network.pokt.mlqos;
    requires ai.djl.api;
    requires java.desktop;
    requires org.slf4j;
    requires tools.jackson.core;
    requires tools.jackson.databind;

    exports network.pokt.mlqos.diffusion.image;
    exports network.pokt.mlqos.diffusion.metric;
    exports network.pokt.mlqos.diffusion.api;
    exports network.pokt.mlqos.diffusion.signal;
    exports network.pokt.mlqos.diffusion.feature;
    exports network.pokt.mlqos.diffusion.task;
}
