package network.pokt.mlqos.relay.supplier.stake;

/**
 * What is wrong with one place of a configuration file, and what to write instead.
 *
 * @param file the name of the file, as it was given
 * @param line the line, counted from 1
 * @param field the path of the field, such as {@code services[0].service_id}; empty for the file as a whole
 * @param reason what is wrong and what would be right
 * @param severity whether the file is refused for it
 */
public record ConfigProblem(String file, int line, String field, String reason, Severity severity) {

    /** What follows from a problem. */
    public enum Severity {
        /** The chain, the command line or the relay miner refuses the file, or does something else than meant. */
        ERROR,
        /** The file is accepted, but a model behind it will be hard to reach or will fail. */
        ADVICE
    }

    public ConfigProblem {
        if (line < 1) {
            throw new IllegalArgumentException("Lines count from 1, got " + line + ".");
        }
    }

    /** Returns the problem as compilers write theirs: {@code file:line: field: reason}. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + (severity == Severity.ADVICE ? "advice: " : "")
                + (field.isEmpty() ? "" : field + ": ") + reason;
    }
}
