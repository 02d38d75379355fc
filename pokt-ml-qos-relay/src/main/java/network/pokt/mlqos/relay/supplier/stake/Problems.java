package network.pokt.mlqos.relay.supplier.stake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import network.pokt.mlqos.relay.supplier.stake.ConfigProblem.Severity;

/** Collects what is wrong with one file. Not thread-safe. */
final class Problems {

    private final String file;
    private final List<ConfigProblem> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void error(int line, String field, String reason) {
        found.add(new ConfigProblem(file, line, field, reason, Severity.ERROR));
    }

    void advice(int line, String field, String reason) {
        found.add(new ConfigProblem(file, line, field, reason, Severity.ADVICE));
    }

    /** Returns whether there is no error; advice does not count. */
    boolean none() {
        return found.stream().noneMatch(problem -> problem.severity() == Severity.ERROR);
    }

    List<ConfigProblem> sorted() {
        return found.stream()
                .sorted(Comparator.comparingInt(ConfigProblem::line))
                .toList();
    }
}
