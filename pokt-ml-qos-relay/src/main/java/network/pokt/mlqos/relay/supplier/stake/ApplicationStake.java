package network.pokt.mlqos.relay.supplier.stake;

import java.util.List;
import java.util.OptionalLong;

/**
 * The file that {@code pocketd tx application stake-application --config} takes.
 *
 * @param stakeUpokt the stake in uPOKT, above 0: what the application can burn on relays
 * @param serviceId the one service that it uses
 * @param gateways addresses of gateways to delegate to, for {@code stake-and-delegate}; mostly none
 * @param spendLimitUpokt the most that a session may burn, in uPOKT, if limited
 */
public record ApplicationStake(long stakeUpokt, String serviceId, List<String> gateways, OptionalLong spendLimitUpokt) {

    /** The least stake of an application that poktroll's repository recorded for mainnet, in uPOKT: 1,000 POKT. */
    public static final long RECORDED_LEAST_UPOKT = 1_000_000_000L;

    public ApplicationStake {
        FieldRules.upokt(stakeUpokt + "upokt");
        FieldRules.serviceId(serviceId);
        gateways = List.copyOf(gateways);
        gateways.forEach(FieldRules::address);
        spendLimitUpokt.ifPresent(limit -> FieldRules.upokt(limit + "upokt"));
    }

    /** Reads such a file; {@code file} is the name that problems carry. */
    public static Checked<ApplicationStake> read(String file, String yaml) {
        Problems problems = new Problems(file);
        YamlFields fields = YamlFields.read(yaml, problems)
                .only("stake_amount", "service_ids", "gateway_addresses", "per_session_spend_limit");
        YamlField amount = fields.get("stake_amount").required();
        long stake = amount.or(0L, FieldRules::upokt);
        if (stake > 0 && stake < RECORDED_LEAST_UPOKT) {
            amount.advice("mainnet's recorded minimum is " + RECORDED_LEAST_UPOKT + "upokt, this is less");
        }
        YamlField ids = fields.get("service_ids").required();
        List<String> services = ids.each(FieldRules::serviceId);
        if (ids.present() && ids.items().size() != 1) {
            ids.error("has " + ids.items().size() + " services, an application stakes for exactly one");
        }
        List<String> gateways = fields.get("gateway_addresses").each(FieldRules::address);
        Long limit = fields.get("per_session_spend_limit").read(FieldRules::upokt);
        return Checked.of(
                problems,
                () -> new ApplicationStake(
                        stake,
                        services.get(0),
                        gateways,
                        limit == null ? OptionalLong.empty() : OptionalLong.of(limit)));
    }

    /** Returns the file; read back, it is equal to this. */
    public String toYaml() {
        YamlText yaml = new YamlText();
        yaml.put("stake_amount", stakeUpokt + "upokt").list("service_ids", List.of(serviceId));
        if (!gateways.isEmpty()) {
            yaml.list("gateway_addresses", gateways);
        }
        spendLimitUpokt.ifPresent(limit -> yaml.put("per_session_spend_limit", limit + "upokt"));
        return yaml.toString();
    }
}
