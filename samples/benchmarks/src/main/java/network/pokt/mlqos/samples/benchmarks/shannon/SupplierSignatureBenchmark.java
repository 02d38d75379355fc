package network.pokt.mlqos.samples.benchmarks.shannon;

import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import network.pokt.mlqos.relay.shannon.PocketPrivateKey;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Microseconds per ECDSA signature of a supplier and per verification of one, the other half of a relay's cryptography. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class SupplierSignatureBenchmark {

    private final PocketPrivateKey supplier = PocketPrivateKey.generate(new SecureRandom());
    private final byte[] message = new byte[32];
    private final byte[] signature = supplier.sign(message);

    @Benchmark
    public byte[] sign() {
        return supplier.sign(message);
    }

    @Benchmark
    public boolean verify() {
        return supplier.publicKey().verify(message, signature);
    }
}
