/**
 * A Pocket network on this machine, for tests and samples: a full node and relay miners that speak the real protocol and check
 * all that real ones check, in front of any OpenAI-compatible server, without a chain. Its blocks come when they are told to, or
 * by the clock.
 *
 * <p>Start at {@link network.pokt.mlqos.relay.local.LocalPocket}. It runs on the JDK's own HTTP server, which on JDK 17 lets the
 * body of an answer wait for an acknowledgement of its head, 40 ms on Linux: whoever measures latencies starts the JVM with
 * {@code -Dsun.net.httpserver.nodelay=true}.
 */
@NullMarked
package network.pokt.mlqos.relay.local;

import org.jspecify.annotations.NullMarked;
