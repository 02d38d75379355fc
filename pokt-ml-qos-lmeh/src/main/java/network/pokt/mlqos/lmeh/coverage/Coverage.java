package network.pokt.mlqos.lmeh.coverage;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import network.pokt.mlqos.lmeh.config.ConfigException;
import network.pokt.mlqos.lmeh.config.TaskLibrary;
import network.pokt.mlqos.lmeh.function.FunctionRegistry;
import tools.jackson.databind.json.JsonMapper;

/**
 * How many tasks of a library run natively, and why the others do not.
 *
 * <pre>{@code
 * Coverage coverage = Coverage.of(TaskLibrary.of(tasksFolder), functions);
 * System.out.print(coverage.table());
 * }</pre>
 *
 * <p>A task counts as running if everything about it can be built that needs no document: its fields, templates, functions,
 * filters and metrics. Whether its dataset can be had is not looked at.
 *
 * @param findings one per task, sorted by name
 */
public record Coverage(List<Finding> findings) {

    public Coverage {
        findings = List.copyOf(findings);
    }

    /** Looks at every task of a library, on all processors. */
    public static Coverage of(TaskLibrary library, FunctionRegistry functions) {
        TaskCheck check = new TaskCheck(functions);
        return new Coverage(library.tasks().parallelStream()
                .map(name -> finding(library, name, check))
                .toList());
    }

    private static Finding finding(TaskLibrary library, String name, TaskCheck check) {
        if (library.isPythonClass(name)) {
            return new Finding(name, Verdict.PYTHON_CLASS, "It has the field class.");
        }
        try {
            return check.check(library.task(name));
        } catch (ConfigException e) {
            return new Finding(name, Verdict.BROKEN, String.valueOf(e.getMessage()));
        }
    }

    /** Returns how many tasks have each verdict, those that none has left out. */
    public Map<Verdict, Long> counts() {
        Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
        findings.forEach(finding -> counts.merge(finding.verdict(), 1L, Long::sum));
        return counts;
    }

    /** Returns how many tasks run natively. */
    public long running() {
        return counts().getOrDefault(Verdict.RUNS, 0L);
    }

    /** Returns the share of tasks that run natively, from 0 to 1; NaN if there is no task. */
    public double share() {
        return running() / (double) findings.size();
    }

    /** Returns a table for people, a line per verdict. */
    public String table() {
        StringBuilder table = new StringBuilder();
        counts().forEach((verdict, count) -> table.append(String.format(
                Locale.ROOT, "%7d  %5.1f %%  %s%n", count, 100.0 * count / findings.size(), verdict.words())));
        return table.append(String.format(Locale.ROOT, "%7d           tasks%n", findings.size()))
                .toString();
    }

    /** Returns a JSON object per task, each a line: task, verdict, detail. */
    public String jsonLines() {
        StringBuilder lines = new StringBuilder();
        findings.forEach(finding ->
                lines.append(JsonMapper.shared().writeValueAsString(finding)).append('\n'));
        return lines.toString();
    }
}
