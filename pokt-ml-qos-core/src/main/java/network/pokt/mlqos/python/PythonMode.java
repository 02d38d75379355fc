package network.pokt.mlqos.python;

/**
 * The flags of an expression that are in force at one place.
 *
 * @param ignoreCase {@code i}
 * @param multiline {@code m}: {@code ^} and {@code $} match at each line
 * @param dotAll {@code s}: the dot matches a newline too
 * @param verbose {@code x}: white space and comments do not count
 * @param ascii {@code a}: classes know ASCII alone
 */
record PythonMode(boolean ignoreCase, boolean multiline, boolean dotAll, boolean verbose, boolean ascii) {

    static final PythonMode PLAIN = new PythonMode(false, false, false, false, false);

    /** Returns this mode with each of {@code flags} on or off; {@code u} is the opposite of {@code a}. */
    PythonMode with(String flags, boolean on) {
        return new PythonMode(
                flags.contains("i") ? on : ignoreCase,
                flags.contains("m") ? on : multiline,
                flags.contains("s") ? on : dotAll,
                flags.contains("x") ? on : verbose,
                flags.contains("a") ? on : (flags.contains("u") ? !on : ascii));
    }
}
