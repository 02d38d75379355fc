package network.pokt.mlqos.relay.shannon.message;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who serves relays ({@code pocket.shared.Supplier}).
 *
 * @param ownerAddress the bech32 address that owns the stake
 * @param operatorAddress the bech32 address whose key signs answers
 * @param stake what is at stake; null where the chain leaves it out
 * @param services within a {@link Session}, exactly the service of the session
 */
public record Supplier(
        String ownerAddress,
        String operatorAddress,
        @Nullable Coin stake,
        List<SupplierService> services) {

    public Supplier {
        services = List.copyOf(services);
    }

    ProtoWriter wire() {
        ProtoWriter out = new ProtoWriter().string(1, ownerAddress).string(2, operatorAddress);
        if (stake != null) {
            out.message(3, stake.wire());
        }
        services.forEach(service -> out.message(4, service.wire()));
        return out;
    }

    static Supplier read(ProtoReader in) {
        String owner = "";
        String operator = "";
        Coin stake = null;
        List<SupplierService> services = new ArrayList<>();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> owner = in.string();
                case 2 -> operator = in.string();
                case 3 -> stake = Coin.read(in.message());
                case 4 -> services.add(SupplierService.read(in.message()));
                default -> in.skip();
            }
        }
        return new Supplier(owner, operator, stake, services);
    }
}
