/**
 * What a supplier needs to write down before it can serve on Shannon: stakes, the relay miner's configuration, the service. Files
 * are read with the line of each mistake and written so that they read back as the same. Nothing here signs or sends anything.
 */
@NullMarked
package network.pokt.mlqos.relay.supplier.stake;

import org.jspecify.annotations.NullMarked;
