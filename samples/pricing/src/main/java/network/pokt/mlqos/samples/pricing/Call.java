package network.pokt.mlqos.samples.pricing;

/** How many tokens one call read and wrote. */
record Call(long promptTokens, long completionTokens) {

    /** Reads a line of a trace: time, context tokens, generated tokens. */
    static Call parse(String line) {
        String[] cells = line.split(",", -1);
        return new Call(Long.parseLong(cells[1].strip()), Long.parseLong(cells[2].strip()));
    }
}
