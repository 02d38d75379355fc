package network.pokt.mlqos.relay.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import network.pokt.mlqos.RandomCases;
import network.pokt.mlqos.transport.Payload;
import org.junit.jupiter.api.Test;

class BodyCollectorTest {

    @Test
    void what_is_taken_is_the_start_of_what_came_and_never_more_than_the_limit() {
        RandomCases.check(42, 200, draw -> {
            List<Integer> sizes = draw.list(0, 30, () -> draw.integer(0, 5_000));
            int limit = draw.integer(1, 50_000);
            int announced = draw.integer(-1, 100_000);
            BodyCollector collector = new BodyCollector(announced, limit);
            ByteArrayOutputStream expected = new ByteArrayOutputStream();
            Random random = new Random(limit);
            for (int size : sizes) {
                byte[] bytes = new byte[size];
                random.nextBytes(bytes);
                boolean taken = collector.add(List.of(ByteBuffer.wrap(bytes)), size);
                assertThat(taken).isEqualTo(expected.size() + size <= limit);
                if (taken) {
                    expected.writeBytes(bytes);
                }
            }
            assertThat(collector.toPayload()).isEqualTo(Payload.of(expected.toByteArray()));
        });
    }

    @Test
    void several_buffers_are_joined() {
        BodyCollector collector = new BodyCollector(-1, 100);

        collector.add(List.of(ByteBuffer.wrap(new byte[] {1, 2}), ByteBuffer.wrap(new byte[] {3})), 3);

        assertThat(collector.toPayload()).isEqualTo(Payload.of(new byte[] {1, 2, 3}));
    }

    @Test
    void a_view_shows_the_last_bytes_and_cannot_change_them() {
        BodyCollector collector = new BodyCollector(3, 100);
        collector.add(List.of(ByteBuffer.wrap(new byte[] {1, 2, 3})), 3);

        ByteBuffer view = collector.from(1);

        assertThat(view.isReadOnly()).isTrue();
        assertThat(view).isEqualTo(ByteBuffer.wrap(new byte[] {2, 3}));
    }

    @Test
    void an_announcement_alone_costs_no_more_than_is_trusted() {
        long before = allocated();
        for (int i = 0; i < 100; i++) {
            new BodyCollector(Integer.MAX_VALUE, Integer.MAX_VALUE);
        }

        assertThat(allocated() - before).isLessThan(200L * BodyCollector.TRUSTED_LENGTH);
    }

    private static long allocated() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
