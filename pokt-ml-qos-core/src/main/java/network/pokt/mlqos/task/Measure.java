package network.pokt.mlqos.task;

/**
 * One number that a task reports.
 *
 * @param metric the metric's name, such as {@code exact_match}
 * @param filter the name of the filter that the answers went through, {@value #NO_FILTER} for none
 * @param higherIsBetter which direction is good
 * @param summary what becomes of the items of all samples
 */
public record Measure(String metric, String filter, boolean higherIsBetter, Summary summary) {

    /** The filter name of unfiltered answers. */
    public static final String NO_FILTER = "none";

    /** Returns a mean of unfiltered answers of which more is better. */
    public static Measure of(String metric) {
        return new Measure(metric, NO_FILTER, true, Summary.mean());
    }

    /** Returns a mean of which more is better. */
    public static Measure of(String metric, String filter) {
        return new Measure(metric, filter, true, Summary.mean());
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
