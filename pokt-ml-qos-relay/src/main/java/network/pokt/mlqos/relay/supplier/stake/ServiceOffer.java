package network.pokt.mlqos.relay.supplier.stake;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A service that a supplier stakes for.
 *
 * @param serviceId the service on the chain: 1 to 42 letters, digits, {@code _} and {@code -}
 * @param shares who gets how many per cent of its income, by address; empty for the supplier's default
 * @param endpoints where it is served, at least one
 */
public record ServiceOffer(String serviceId, Map<String, Integer> shares, List<ServiceEndpoint> endpoints) {

    public ServiceOffer {
        FieldRules.serviceId(serviceId);
        shares = Collections.unmodifiableMap(new LinkedHashMap<>(FieldRules.shares(shares)));
        endpoints = List.copyOf(endpoints);
        FieldRules.require(!endpoints.isEmpty(), "service " + serviceId + " has no endpoint, give one at least");
    }

    static @Nullable ServiceOffer read(YamlField place) {
        YamlFields fields = place.fields().only("service_id", "rev_share_percent", "endpoints");
        String id = fields.get("service_id").required().read(FieldRules::serviceId);
        Map<String, Integer> shares = readShares(fields.get("rev_share_percent"));
        YamlField list = fields.get("endpoints").required();
        List<ServiceEndpoint> endpoints = list.items().stream()
                .map(ServiceEndpoint::read)
                .filter(Objects::nonNull)
                .toList();
        if (list.present() && list.items().isEmpty()) {
            list.error("is empty, give one endpoint at least");
        }
        return id == null || endpoints.isEmpty() || shares == null ? null : new ServiceOffer(id, shares, endpoints);
    }

    /** Returns null if something is wrong, which is noted. */
    static @Nullable Map<String, Integer> readShares(YamlField place) {
        Map<String, Integer> shares = new LinkedHashMap<>();
        boolean[] sound = {true};
        YamlFields fields = place.fields();
        fields.forEach((address, share) -> {
            String checked = new YamlField(share.path(), share.line(), share.node(), share.problems())
                    .read(text -> FieldRules.address(address));
            Integer percent = share.required().read(FieldRules::percent);
            sound[0] &= checked != null && percent != null;
            if (sound[0] && percent != null) {
                shares.put(address, percent);
            }
        });
        if (place.node() != null && fields.isEmpty()) {
            place.error("is empty, leave the field out to give the owner everything");
            return null;
        }
        if (!sound[0]) {
            return null;
        }
        try {
            return FieldRules.shares(shares);
        } catch (IllegalArgumentException e) {
            place.error(String.valueOf(e.getMessage()));
            return null;
        }
    }

    void write(YamlText yaml) {
        yaml.put("service_id", serviceId)
                .shares("rev_share_percent", shares)
                .block("endpoints", () -> endpoints.forEach(endpoint -> yaml.item(() -> endpoint.write(yaml))));
    }
}
