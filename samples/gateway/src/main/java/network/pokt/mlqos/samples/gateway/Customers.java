package network.pokt.mlqos.samples.gateway;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.pokt.mlqos.price.Budget;
import network.pokt.mlqos.price.Rate;
import network.pokt.mlqos.time.TimeSource;
import org.jspecify.annotations.Nullable;

/** Who may ask. Keys are kept as digests, so that no dump of this process holds one, and looked up by them. Immutable. */
final class Customers {

    /** What the gateway charges for a million tokens read and written; nodes may cost it something else. */
    static final Rate RATE = Rate.perMillionTokens("USD", "0.50", "1.50");

    /** The key of whoever tries the gateway out; it opens nothing else. */
    static final String DEMO_KEY = "demo";

    private static final String BEARER = "Bearer ";
    private static final int FIELDS = 4;

    private final Map<String, Customer> byDigest;

    private Customers(Map<String, Customer> byDigest) {
        this.byDigest = Collections.unmodifiableMap(new LinkedHashMap<>(byDigest));
    }

    /** Returns one customer who has the key {@value #DEMO_KEY}. */
    static Customers demo(TimeSource time) {
        Budget budget = Budget.builder().cost(new BigDecimal("5")).build();
        return new Customers(Map.of(digest(DEMO_KEY), new Customer("demo", 200, budget, RATE, time)));
    }

    /**
     * Reads a file with a customer on each line: a name, the SHA-256 of the key in hex, requests a second, and USD a day. Blank
     * lines and such that begin with # are left out.
     *
     * @throws IllegalArgumentException if a line is something else; the message does not repeat it
     */
    static Customers read(Path file, TimeSource time) throws IOException {
        Map<String, Customer> customers = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && line.charAt(0) != '#') {
                String[] fields = line.split("\\s+", -1);
                if (fields.length != FIELDS
                        || !fields[1].matches("[0-9a-f]{64}")
                        || !fields[2].matches("[1-9]\\d{0,5}")
                        || !fields[3].matches("\\d{1,9}(\\.\\d{1,6})?")) {
                    throw new IllegalArgumentException("Line " + (i + 1) + " of " + file
                            + " must be: name, SHA-256 of the key in hex, requests a second, USD a day.");
                }
                Budget budget = Budget.builder().cost(new BigDecimal(fields[3])).build();
                customers.put(fields[1], new Customer(fields[0], Integer.parseInt(fields[2]), budget, RATE, time));
            }
        }
        return new Customers(customers);
    }

    /** Returns who sent a request with this Authorization header. */
    Customer of(@Nullable String authorization) {
        return Optional.ofNullable(authorization)
                .filter(header -> header.startsWith(BEARER))
                .map(header ->
                        byDigest.get(digest(header.substring(BEARER.length()).strip())))
                .orElseThrow(ApiException::unauthorized);
    }

    /** Returns all customers in the order of the file. */
    Collection<Customer> all() {
        return byDigest.values();
    }

    static String digest(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
