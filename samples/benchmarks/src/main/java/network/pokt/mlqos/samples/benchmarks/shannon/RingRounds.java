package network.pokt.mlqos.samples.benchmarks.shannon;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import network.pokt.mlqos.relay.shannon.PocketPrivateKey;
import network.pokt.mlqos.relay.shannon.Ring;
import network.pokt.mlqos.relay.shannon.RingSignature;
import network.pokt.mlqos.relay.shannon.RingSigner;

/**
 * CPU time of the thread per operation, measured in turns: for machines that are not quiet, where the wall clock of
 * {@link RingBenchmark} says little.
 */
public final class RingRounds {

    private static final int BATCH = 200;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Map<String, BooleanSupplier> operations = new LinkedHashMap<>();

    private RingRounds() {
        byte[] message = sha256("message");
        for (int members : new int[] {2, 3}) {
            PocketPrivateKey key = PocketPrivateKey.of(sha256("member-1"));
            Ring ring = new Ring(IntStream.range(0, members)
                    .mapToObj(i -> PocketPrivateKey.of(sha256("member-" + i)).publicKey())
                    .toList());
            RingSigner signer = RingSigner.of(key, ring);
            TablelessRing tableless = new TablelessRing(ring, 1, sha256("member-1"));
            byte[] signature = signer.sign(message);
            operations.put("sign " + members, () -> signer.sign(message).length > 0);
            operations.put("sign " + members + ", no tables", () -> tableless.sign(message).length > 0);
            operations.put("verify " + members, () -> signer.verify(message, signature));
            operations.put("verify " + members + ", no tables", () -> RingSignature.verify(message, signature));
        }
        PocketPrivateKey supplier = PocketPrivateKey.of(sha256("supplier"));
        byte[] reply = supplier.sign(message);
        operations.put("supplier signs", () -> supplier.sign(message).length > 0);
        operations.put(
                "supplier's signature verified", () -> supplier.publicKey().verify(message, reply));
    }

    /** Prints the median over {@code rounds} rounds of each operation's microseconds, after as many rounds to warm up. */
    public static void print(int rounds) {
        RingRounds all = new RingRounds();
        Map<String, List<Double>> micros = new LinkedHashMap<>();
        for (int round = -rounds; round < rounds; round++) {
            for (Map.Entry<String, BooleanSupplier> operation : all.operations.entrySet()) {
                double time = all.time(operation.getValue());
                if (round >= 0) {
                    micros.computeIfAbsent(operation.getKey(), name -> new ArrayList<>())
                            .add(time);
                }
            }
        }
        micros.forEach((name, times) -> {
            double[] sorted = times.stream().mapToDouble(time -> time).sorted().toArray();
            System.out.printf(
                    "%-32s %6.0f us (%.0f to %.0f)%n",
                    name, sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
        });
    }

    private double time(BooleanSupplier operation) {
        boolean right = true;
        long start = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < BATCH; i++) {
            right &= operation.getAsBoolean();
        }
        long nanos = threads.getCurrentThreadCpuTime() - start;
        if (!right) {
            throw new IllegalStateException("A signature did not verify, so the figures would mean nothing.");
        }
        return nanos / 1e3 / BATCH;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256, this one has not.", e);
        }
    }
}
