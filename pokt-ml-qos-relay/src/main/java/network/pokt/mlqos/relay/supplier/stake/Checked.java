package network.pokt.mlqos.relay.supplier.stake;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import network.pokt.mlqos.relay.supplier.stake.ConfigProblem.Severity;

/**
 * A configuration file after it was read: its content if nothing is wrong with it, and all that was found.
 *
 * @param value the content; empty if a problem is an error
 * @param problems errors and advice in the order of their lines
 * @param <T> what the file holds
 */
public record Checked<T>(Optional<T> value, List<ConfigProblem> problems) {

    public Checked {
        problems = List.copyOf(problems);
    }

    /** Makes the value if there was no error so far; what its constructor refuses is an error of the whole file. */
    static <T> Checked<T> of(Problems problems, Supplier<T> value) {
        if (problems.none()) {
            try {
                return new Checked<>(Optional.of(value.get()), problems.sorted());
            } catch (IllegalArgumentException e) {
                problems.error(1, "", String.valueOf(e.getMessage()));
            }
        }
        return new Checked<>(Optional.empty(), problems.sorted());
    }

    /** Returns the problems for which the file is refused. */
    public List<ConfigProblem> errors() {
        return problems.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
    }

    /**
     * Returns the content.
     *
     * @throws IllegalArgumentException if there is an error; the message has them all, one a line
     */
    public T orThrow() {
        return value.orElseThrow(() -> new IllegalArgumentException(
                errors().stream().map(ConfigProblem::toString).collect(Collectors.joining("\n"))));
    }
}
