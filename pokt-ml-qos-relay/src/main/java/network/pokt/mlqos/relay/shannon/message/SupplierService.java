package network.pokt.mlqos.relay.shannon.message;

import java.util.ArrayList;
import java.util.List;

/** One service that a supplier has staked for, and where ({@code pocket.shared.SupplierServiceConfig}). */
public record SupplierService(String serviceId, List<SupplierEndpoint> endpoints) {

    public SupplierService {
        endpoints = List.copyOf(endpoints);
    }

    ProtoWriter wire() {
        ProtoWriter out = new ProtoWriter().string(1, serviceId);
        endpoints.forEach(endpoint -> out.message(2, endpoint.wire()));
        return out;
    }

    static SupplierService read(ProtoReader in) {
        String serviceId = "";
        List<SupplierEndpoint> endpoints = new ArrayList<>();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> serviceId = in.string();
                case 2 -> endpoints.add(SupplierEndpoint.read(in.message()));
                default -> in.skip();
            }
        }
        return new SupplierService(serviceId, endpoints);
    }
}
