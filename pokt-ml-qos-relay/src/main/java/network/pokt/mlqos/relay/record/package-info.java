/**
 * Exchanges on record: a transport that writes down what another one sends and receives, and one that answers from such a
 * recording, for tests without a network and for audits. A recording is JSON, one exchange a line.
 */
@NullMarked
package network.pokt.mlqos.relay.record;

import org.jspecify.annotations.NullMarked;
