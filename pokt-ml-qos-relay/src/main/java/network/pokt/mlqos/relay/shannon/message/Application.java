package network.pokt.mlqos.relay.shannon.message;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who pays for relays ({@code pocket.application.Application}).
 *
 * @param address the bech32 address of the application
 * @param stake what is at stake; null where the chain leaves it out
 * @param serviceIds the services it is staked for, on today's chain exactly one
 * @param delegateeGatewayAddresses the gateways that may sign for it, in the chain's order
 * @param pendingUndelegations gateways on their way out, by the height at which their session ends
 * @param perSessionSpendLimit what it spends in one session at most; null if there is no limit
 */
public record Application(
        String address,
        @Nullable Coin stake,
        List<String> serviceIds,
        List<String> delegateeGatewayAddresses,
        SortedMap<Long, List<String>> pendingUndelegations,
        @Nullable Coin perSessionSpendLimit) {

    public Application {
        serviceIds = List.copyOf(serviceIds);
        delegateeGatewayAddresses = List.copyOf(delegateeGatewayAddresses);
        SortedMap<Long, List<String>> copy = new TreeMap<>(pendingUndelegations);
        copy.replaceAll((height, gateways) -> List.copyOf(gateways));
        pendingUndelegations = Collections.unmodifiableSortedMap(copy);
    }

    /**
     * Returns the gateways whose keys may stand in a ring of a session that ends at this height: those delegated to, then
     * those whose undelegation has not taken effect by then. A gateway that is both comes twice, as on the chain, where only
     * the pending ones are told apart.
     */
    public List<String> gatewaysAt(long sessionEndBlockHeight) {
        Set<String> leaving = new LinkedHashSet<>();
        pendingUndelegations.tailMap(sessionEndBlockHeight).values().forEach(leaving::addAll);
        List<String> gateways = new ArrayList<>(delegateeGatewayAddresses);
        gateways.addAll(leaving);
        return List.copyOf(gateways);
    }

    ProtoWriter wire() {
        ProtoWriter out = new ProtoWriter().string(1, address);
        if (stake != null) {
            out.message(2, stake.wire());
        }
        serviceIds.forEach(id -> out.message(3, new ProtoWriter().string(1, id)));
        out.strings(4, delegateeGatewayAddresses);
        pendingUndelegations.forEach((height, gateways) -> {
            ProtoWriter list = new ProtoWriter().strings(2, gateways);
            out.message(5, new ProtoWriter().varint(1, height).message(2, list));
        });
        if (perSessionSpendLimit != null) {
            out.message(8, perSessionSpendLimit.wire());
        }
        return out;
    }

    static Application read(ProtoReader in) {
        String address = "";
        Coin stake = null;
        List<String> serviceIds = new ArrayList<>();
        List<String> gateways = new ArrayList<>();
        SortedMap<Long, List<String>> pending = new TreeMap<>();
        Coin limit = null;
        while (in.next()) {
            switch (in.field()) {
                case 1 -> address = in.string();
                case 2 -> stake = Coin.read(in.message());
                case 3 -> serviceIds.addAll(readStrings(in.message(), 1));
                case 4 -> gateways.add(in.string());
                case 5 -> readPending(in.message(), pending);
                case 8 -> limit = Coin.read(in.message());
                default -> in.skip();
            }
        }
        return new Application(address, stake, serviceIds, gateways, pending, limit);
    }

    private static void readPending(ProtoReader in, Map<Long, List<String>> pending) {
        long height = 0;
        List<String> gateways = List.of();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> height = in.varint();
                case 2 -> gateways = readStrings(in.message(), 2);
                default -> in.skip();
            }
        }
        pending.put(height, gateways);
    }

    private static List<String> readStrings(ProtoReader in, int field) {
        List<String> strings = new ArrayList<>();
        while (in.next()) {
            if (in.field() == field) {
                strings.add(in.string());
            } else {
                in.skip();
            }
        }
        return strings;
    }
}
