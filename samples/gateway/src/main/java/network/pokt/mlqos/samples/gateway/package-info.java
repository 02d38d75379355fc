/**
 * An OpenAI-compatible gateway in front of Pocket nodes: who may ask ({@code Customer}), what is asked ({@code PassedOn}), who
 * answers (the router), and what the gateway's owner sees of it ({@code Metrics}, {@code AdminPage}).
 */
@NullMarked
package network.pokt.mlqos.samples.gateway;

import org.jspecify.annotations.NullMarked;
