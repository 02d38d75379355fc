package network.pokt.mlqos.relay.supplier.stake;

/**
 * The file that {@code pocketd tx gateway stake-gateway --config} takes.
 *
 * @param stakeUpokt the stake in uPOKT, above 0
 */
public record GatewayStake(long stakeUpokt) {

    public GatewayStake {
        FieldRules.upokt(stakeUpokt + "upokt");
    }

    /** Reads such a file; {@code file} is the name that problems carry. */
    public static Checked<GatewayStake> read(String file, String yaml) {
        Problems problems = new Problems(file);
        YamlFields fields = YamlFields.read(yaml, problems).only("stake_amount");
        long stake = fields.get("stake_amount").required().or(0L, FieldRules::upokt);
        return Checked.of(problems, () -> new GatewayStake(stake));
    }

    /** Returns the file; read back, it is equal to this. */
    public String toYaml() {
        return new YamlText().put("stake_amount", stakeUpokt + "upokt").toString();
    }
}
