package network.pokt.mlqos.relay.shannon.curve;

/** The table of the curve's generator: a constant, made when it is first asked for. */
public final class GeneratorTable {

    private static final CombTable TABLE = CombTable.of(CurvePoint.GENERATOR);

    private GeneratorTable() {}

    public static CombTable get() {
        return TABLE;
    }
}
