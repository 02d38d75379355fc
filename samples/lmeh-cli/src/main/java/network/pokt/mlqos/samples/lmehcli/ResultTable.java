package network.pokt.mlqos.samples.lmehcli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import network.pokt.mlqos.evaluation.NodeReport;
import network.pokt.mlqos.evaluation.TaskReport;
import network.pokt.mlqos.lmeh.LmehReport;
import network.pokt.mlqos.lmeh.result.GroupResult;
import network.pokt.mlqos.lmeh.result.MetricResult;
import network.pokt.mlqos.lmeh.result.TaskResult;

/** Prints results as a table, in columns that lm-evaluation-harness has too. */
record ResultTable(PrintStream out) {

    private static final List<String> TASK_COLUMNS =
            List.of("Tasks", "Version", "Filter", "n-shot", "Metric", "Value", "Stderr", "Failed");
    private static final List<String> GROUP_COLUMNS =
            List.of("Groups", "Version", "Filter", "Metric", "Value", "Stderr");

    void print(LmehReport report, NodeReport node) {
        List<List<String>> rows = new ArrayList<>();
        for (TaskResult task : report.tasks()) {
            TaskReport counts = node.task(task.name());
            for (MetricResult metric : task.metrics()) {
                rows.add(List.of(
                        task.alias(),
                        task.version().toString(),
                        metric.filter(),
                        String.valueOf(task.fewShot()),
                        metric.metric(),
                        number(metric.value()),
                        error(metric.standardError()),
                        counts.failed() + " of " + counts.planned()));
            }
        }
        print(TASK_COLUMNS, rows);
        List<List<String>> groups = new ArrayList<>();
        for (GroupResult group : report.groups()) {
            for (MetricResult metric : group.metrics()) {
                groups.add(List.of(
                        group.alias(),
                        String.valueOf(group.version()),
                        metric.filter(),
                        metric.metric(),
                        number(metric.value()),
                        error(metric.standardError())));
            }
        }
        if (!groups.isEmpty()) {
            out.println();
            print(GROUP_COLUMNS, groups);
        }
    }

    private void print(List<String> columns, List<List<String>> rows) {
        int[] widths = columns.stream().mapToInt(String::length).toArray();
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        printRow(columns, widths);
        StringBuilder line = new StringBuilder("|");
        for (int width : widths) {
            line.append("-".repeat(width + 2)).append('|');
        }
        out.println(line);
        rows.forEach(row -> printRow(row, widths));
    }

    private void printRow(List<String> cells, int... widths) {
        StringBuilder line = new StringBuilder("|");
        for (int i = 0; i < widths.length; i++) {
            line.append(' ')
                    .append(cells.get(i))
                    .append(" ".repeat(widths[i] - cells.get(i).length()))
                    .append(" |");
        }
        out.println(line);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static String error(OptionalDouble error) {
        return error.isPresent() ? "± " + number(error.getAsDouble()) : "N/A";
    }
}
