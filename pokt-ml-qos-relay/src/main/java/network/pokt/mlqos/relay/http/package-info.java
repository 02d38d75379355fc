/**
 * Relays over plain HTTP: {@link network.pokt.mlqos.relay.http.OpenAiHttpTransport} on the JDK's client, with bounds on
 * bytes and time of its own, because the client bounds neither.
 */
@NullMarked
package network.pokt.mlqos.relay.http;

import org.jspecify.annotations.NullMarked;
