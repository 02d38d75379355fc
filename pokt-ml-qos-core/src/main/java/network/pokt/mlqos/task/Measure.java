package network.pokt.mlqos.task;

/**
 * One number that a task reports.
 *
 * @param metric the metric's name, such as {@code exact_match}
 * @param filter the name of the filter that the answers went through, {@value #NO_FILTER} for none
 * @param higherIsBetter which direction is good
 */
public record Measure(String metric, String filter, boolean higherIsBetter) {

    /** The filter name of unfiltered answers. */
    public static final String NO_FILTER = "none";

    public static Measure of(String metric) {
        return new Measure(metric, NO_FILTER, true);
    }

    public static Measure of(String metric, String filter) {
        return new Measure(metric, filter, true);
    }

    /** Returns the key under which lm-evaluation-harness reports it: metric, comma, filter. */
    public String key() {
        return metric + "," + filter;
    }

    @Override
    public String toString() {
        return filter.equals(NO_FILTER) ? metric : key();
    }
}
