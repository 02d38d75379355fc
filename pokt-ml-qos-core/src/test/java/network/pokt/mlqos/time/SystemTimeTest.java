package network.pokt.mlqos.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SystemTimeTest {

    private final TimeSource time = TimeSource.system();

    @Test
    void an_action_runs_after_its_delay_on_a_daemon_thread() throws Exception {
        CompletableFuture<Thread> ran = new CompletableFuture<>();
        long before = time.nanos();

        time.schedule(Duration.ofMillis(30), () -> ran.complete(Thread.currentThread()));

        assertThat(ran.get().isDaemon()).isTrue();
        assertThat(time.nanos() - before)
                .isGreaterThanOrEqualTo(Duration.ofMillis(30).toNanos());
    }

    @Test
    void a_delay_of_nothing_is_not_inline() throws Exception {
        CompletableFuture<Thread> ran = new CompletableFuture<>();

        time.schedule(Duration.ZERO, () -> ran.complete(Thread.currentThread()));

        assertThat(ran.get()).isNotSameAs(Thread.currentThread());
    }

    @Test
    void an_action_that_was_called_off_does_not_run() throws Exception {
        BlockingQueue<String> ran = new ArrayBlockingQueue<>(2);
        time.schedule(Duration.ofMillis(50), () -> ran.add("called off")).cancel();
        time.schedule(Duration.ofMillis(100), () -> ran.add("kept"));

        assertThat(ran.poll(30, TimeUnit.SECONDS)).isEqualTo("kept");
    }

    @Test
    void an_action_that_throws_goes_to_the_handler_and_stops_nothing() throws Exception {
        CompletableFuture<Throwable> handled = new CompletableFuture<>();
        CountDownLatch next = new CountDownLatch(1);
        time.schedule(Duration.ZERO, () -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> handled.complete(thrown));
            throw new IllegalStateException("a bug");
        });
        time.schedule(Duration.ofMillis(10), next::countDown);

        assertThat(handled.get()).hasMessage("a bug");
        assertThat(next.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void the_thread_ends_when_nothing_is_scheduled() throws Exception {
        CompletableFuture<Thread> ran = new CompletableFuture<>();
        time.schedule(Duration.ZERO, () -> ran.complete(Thread.currentThread()));

        ran.get().join(Duration.ofSeconds(30).toMillis());

        assertThat(ran.get().isAlive()).isFalse();
    }
}
