package network.pokt.mlqos.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import network.pokt.mlqos.RandomCases;
import org.junit.jupiter.api.Test;

class RelayTimingTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static RelayTiming.Recorder recorder() {
        return new RelayTiming.Recorder(START, 1_000);
    }

    @Test
    void times_count_from_the_start() {
        RelayTiming.Recorder recorder = recorder();
        recorder.connected(1_010);
        recorder.firstByte(1_020);
        recorder.chunk(1_030, 5);
        recorder.chunk(1_040, 7);
        RelayTiming timing = recorder.finish(1_050);

        assertThat(timing.start()).isEqualTo(START);
        assertThat(timing.connect()).contains(Duration.ofNanos(10));
        assertThat(timing.firstByte()).contains(Duration.ofNanos(20));
        assertThat(timing.chunks()).isEqualTo(2);
        assertThat(timing.chunkArrival(1)).isEqualTo(Duration.ofNanos(40));
        assertThat(timing.chunkEnd(1)).isEqualTo(12);
        assertThat(timing.total()).isEqualTo(Duration.ofNanos(50));
    }

    @Test
    void what_did_not_happen_has_no_time() {
        RelayTiming timing = RelayTiming.none(START);

        assertThat(timing.connect()).isEmpty();
        assertThat(timing.firstByte()).isEmpty();
        assertThat(timing.chunks()).isZero();
        assertThat(timing.arrivalOf(0)).isEmpty();
        assertThat(timing.total()).isZero();
    }

    @Test
    void each_byte_arrived_with_the_first_chunk_that_reaches_beyond_it() {
        RandomCases.check(42, 1_000, draw -> {
            List<Integer> sizes = draw.list(1, 50, () -> draw.integer(1, 100));
            RelayTiming.Recorder recorder = recorder();
            for (int i = 0; i < sizes.size(); i++) {
                recorder.chunk(1_000 + i, sizes.get(i));
            }
            RelayTiming timing = recorder.finish(2_000);

            int chunk = 0;
            for (long offset = 0; offset < timing.chunkEnd(sizes.size() - 1); offset++) {
                chunk += offset >= timing.chunkEnd(chunk) ? 1 : 0;
                assertThat(timing.arrivalOf(offset)).contains(timing.chunkArrival(chunk));
            }
            assertThat(timing.arrivalOf(timing.chunkEnd(sizes.size() - 1))).isEmpty();
        });
    }

    @Test
    void a_drip_of_bytes_does_not_fill_memory() {
        RelayTiming.Recorder recorder = recorder();
        int drops = RelayTiming.Recorder.MAX_CHUNKS + 1_000;
        for (int i = 0; i < drops; i++) {
            recorder.chunk(1_000 + i, 1);
        }
        RelayTiming timing = recorder.finish(1_000 + drops);

        assertThat(timing.chunks()).isEqualTo(RelayTiming.Recorder.MAX_CHUNKS);
        assertThat(timing.chunkEnd(timing.chunks() - 1)).isEqualTo(drops);
        assertThat(timing.arrivalOf(drops - 1)).contains(Duration.ofNanos(drops - 1));
    }
}
