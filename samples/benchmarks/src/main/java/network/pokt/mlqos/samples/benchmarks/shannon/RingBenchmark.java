package network.pokt.mlqos.samples.benchmarks.shannon;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import network.pokt.mlqos.relay.shannon.PocketPrivateKey;
import network.pokt.mlqos.relay.shannon.Ring;
import network.pokt.mlqos.relay.shannon.RingSignature;
import network.pokt.mlqos.relay.shannon.RingSigner;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Microseconds per ring signature and verification, with the tables of {@link RingSigner} and without. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class RingBenchmark {

    @Param({"2", "3"})
    public int members;

    private final byte[] message = sha256("message");
    private RingSigner signer = signer(ring());
    private TablelessRing tableless = new TablelessRing(ring(), 1, sha256("member-1"));
    private byte[] signature = signer.sign(message);

    @Setup
    public void prepare() {
        Ring ring = ring();
        signer = signer(ring);
        tableless = new TablelessRing(ring, 1, sha256("member-1"));
        signature = signer.sign(message);
        if (!RingSignature.verify(message, tableless.sign(message))) {
            throw new IllegalStateException("The signer without tables signs wrongly; its figures would mean nothing.");
        }
    }

    private Ring ring() {
        List<PocketPrivateKey> keys = new ArrayList<>();
        for (int i = 0; i < Math.max(members, Ring.MIN_KEYS); i++) {
            keys.add(PocketPrivateKey.of(sha256("member-" + i)));
        }
        return new Ring(keys.stream().map(PocketPrivateKey::publicKey).toList());
    }

    private static RingSigner signer(Ring ring) {
        return RingSigner.of(PocketPrivateKey.of(sha256("member-1")), ring);
    }

    @Benchmark
    public byte[] sign() {
        return signer.sign(message);
    }

    @Benchmark
    public byte[] signWithoutTables() {
        return tableless.sign(message);
    }

    @Benchmark
    public boolean verify() {
        return signer.verify(message, signature);
    }

    @Benchmark
    public boolean verifyWithoutTables() {
        return RingSignature.verify(message, signature);
    }

    @Benchmark
    public RingSigner makeTables() {
        return signer(signer.ring());
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256, this one has not.", e);
        }
    }
}
