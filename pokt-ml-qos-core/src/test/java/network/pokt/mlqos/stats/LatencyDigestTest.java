package network.pokt.mlqos.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LatencyDigestTest {

    /** Seed 5: durations from 1 ms to 10 s, log-uniform. */
    @Test
    void tells_the_percentiles_of_the_histogram_in_a_fraction_of_its_memory() {
        SplittableRandom random = new SplittableRandom(5);
        LatencyDigest digest = new LatencyDigest();
        LatencyHistogram histogram = new LatencyHistogram();
        for (int i = 0; i < 10_000; i++) {
            Duration duration = Duration.ofNanos((long) (1e6 * Math.pow(10_000, random.nextDouble())));
            digest.record(duration);
            histogram.record(duration);
        }

        for (double percentile : new double[] {1, 50, 90, 95, 99}) {
            assertThat(digest.percentile(percentile)).isEqualTo(histogram.percentile(percentile));
        }
        assertThat(digest.count()).isEqualTo(10_000);
        assertThat(digest.bytes()).isLessThan(1_800);
    }

    @Test
    void merges_in_either_order_as_if_it_had_seen_everything() {
        for (boolean turned : new boolean[] {false, true}) {
            LatencyDigest slow = of(4_000, 5_000);
            LatencyDigest quick = of(10, 20, 30);
            LatencyDigest into = turned ? slow : quick;
            into.merge(turned ? quick : slow);
            into.merge(new LatencyDigest());

            assertThat(into.count()).isEqualTo(5);
            assertThat(into.percentile(50)).isEqualTo(of(30).percentile(50));
            assertThat(into.percentile(100)).isEqualTo(of(5_000).percentile(100));
        }
    }

    @Test
    void is_written_down_and_read_back_bucket_by_bucket() {
        LatencyDigest digest = of(1, 7, 7, 900, 3_600_001);
        LatencyDigest copy = new LatencyDigest();
        digest.forEach(copy::record);

        for (double percentile = 0; percentile <= 100; percentile += 5) {
            assertThat(copy.percentile(percentile)).isEqualTo(digest.percentile(percentile));
        }
        assertThat(copy.count()).isEqualTo(5);
    }

    @Test
    void refuses_what_is_no_duration_and_what_is_no_percentile() {
        LatencyDigest digest = new LatencyDigest();

        assertThatIllegalArgumentException().isThrownBy(() -> digest.record(-1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> digest.record(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> digest.percentile(101));
        assertThatIllegalStateException().isThrownBy(() -> digest.percentile(50));
    }

    private static LatencyDigest of(long... millis) {
        LatencyDigest digest = new LatencyDigest();
        for (long duration : millis) {
            digest.record(Duration.ofMillis(duration));
        }
        return digest;
    }
}
