package network.pokt.mlqos.relay.supplier.conformance;

/**
 * One thing that was checked.
 *
 * @param name what was checked
 * @param verdict how it ended
 * @param finding what was seen
 * @param remedy what to change, empty if nothing has to be
 */
public record ConformanceItem(String name, Verdict verdict, String finding, String remedy) {}
