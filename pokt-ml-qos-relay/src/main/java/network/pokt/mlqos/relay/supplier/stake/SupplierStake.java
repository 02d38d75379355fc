package network.pokt.mlqos.relay.supplier.stake;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file that {@code pocketd tx supplier stake-supplier --config} takes.
 *
 * @param owner the address whose tokens are staked
 * @param operator the address that signs relays; the owner's where the file leaves it out
 * @param stakeUpokt the stake in uPOKT, above 0; absent for an update that leaves it as it is
 * @param shares who gets how many per cent, by address; empty to give the owner everything
 * @param services what is served; empty for an update of the stake alone
 */
public record SupplierStake(
        String owner,
        String operator,
        OptionalLong stakeUpokt,
        Map<String, Integer> shares,
        List<ServiceOffer> services) {

    /** The least stake of a supplier that poktroll's repository recorded for mainnet, in uPOKT: 59,500 POKT. */
    public static final long RECORDED_LEAST_UPOKT = 59_500_000_000L;

    public SupplierStake {
        FieldRules.address(owner);
        FieldRules.address(operator);
        stakeUpokt.ifPresent(stake -> FieldRules.upokt(stake + "upokt"));
        shares = Collections.unmodifiableMap(new LinkedHashMap<>(FieldRules.shares(shares)));
        services = List.copyOf(services);
        Set<String> ids = new LinkedHashSet<>();
        services.forEach(service ->
                FieldRules.require(ids.add(service.serviceId()), "service " + service.serviceId() + " is given twice"));
    }

    /** Reads such a file; {@code file} is the name that problems carry. */
    public static Checked<SupplierStake> read(String file, String yaml) {
        Problems problems = new Problems(file);
        YamlFields fields = YamlFields.read(yaml, problems)
                .only("owner_address", "operator_address", "stake_amount", "default_rev_share_percent", "services");
        String owner = fields.get("owner_address").required().or("", FieldRules::address);
        String operator = fields.get("operator_address").or(owner, FieldRules::address);
        YamlField amount = fields.get("stake_amount");
        Long stake = amount.read(FieldRules::upokt);
        if (stake != null && stake < RECORDED_LEAST_UPOKT) {
            amount.advice("mainnet's recorded minimum is " + RECORDED_LEAST_UPOKT + "upokt, this is less");
        }
        Map<String, Integer> shares = ServiceOffer.readShares(fields.get("default_rev_share_percent"));
        Set<String> ids = new LinkedHashSet<>();
        List<ServiceOffer> services = fields.get("services").items().stream()
                .map(place -> unique(place, ServiceOffer.read(place), ids))
                .filter(Objects::nonNull)
                .toList();
        return Checked.of(
                problems,
                () -> new SupplierStake(
                        owner,
                        operator,
                        stake == null ? OptionalLong.empty() : OptionalLong.of(stake),
                        shares == null ? Map.of() : shares,
                        services));
    }

    private static @Nullable ServiceOffer unique(YamlField place, @Nullable ServiceOffer offer, Set<String> ids) {
        if (offer != null && !ids.add(offer.serviceId())) {
            place.error("service " + offer.serviceId() + " is given a second time, join its endpoints");
        }
        return offer;
    }

    /** Returns the file; read back, it is equal to this. */
    public String toYaml() {
        YamlText yaml = new YamlText();
        yaml.put("owner_address", owner).put("operator_address", operator);
        stakeUpokt.ifPresent(stake -> yaml.put("stake_amount", stake + "upokt"));
        yaml.shares("default_rev_share_percent", shares);
        if (!services.isEmpty()) {
            yaml.block("services", () -> services.forEach(service -> yaml.item(() -> service.write(yaml))));
        }
        return yaml.toString();
    }
}
