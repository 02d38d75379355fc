/** Text-to-image tasks and the checks and metrics of their images. */
module network.pokt.mlqos.diffusion {
    requires static transitive org.jspecify;
    requires transitive network.pokt.mlqos;
    requires transitive ai.djl.api;
    requires org.slf4j;
}
