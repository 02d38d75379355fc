package network.pokt.mlqos.samples.suppliertools;

import network.pokt.mlqos.relay.supplier.stake.ApplicationStake;
import network.pokt.mlqos.relay.supplier.stake.Checked;
import network.pokt.mlqos.relay.supplier.stake.GatewayStake;
import network.pokt.mlqos.relay.supplier.stake.MinerConfig;
import network.pokt.mlqos.relay.supplier.stake.SupplierStake;

/** The kinds of files by name. */
final class StakeFiles {

    private StakeFiles() {}

    static Checked<?> read(String kind, String name, String text) {
        return switch (kind) {
            case "supplier" -> SupplierStake.read(name, text);
            case "relayminer" -> MinerConfig.read(name, text);
            case "application" -> ApplicationStake.read(name, text);
            case "gateway" -> GatewayStake.read(name, text);
            default ->
                throw new IllegalArgumentException(
                        "'" + kind + "' is no kind of file, give supplier, relayminer, application or gateway.");
        };
    }
}
