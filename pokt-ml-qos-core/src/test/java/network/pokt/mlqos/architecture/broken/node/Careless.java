package network.pokt.mlqos.architecture.broken.node;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.logging.Logger;

final class Careless {

    private static final AtomicLong TOTAL = new AtomicLong();
    private static int calls;

    Supplier<Instant> wastesTime(CompletableFuture<String> answer) throws InterruptedException {
        Thread.sleep(Duration.ofNanos(System.nanoTime()).toMillis());
        answer.orTimeout(calls++, TimeUnit.SECONDS);
        return Instant::now;
    }

    double drawsWithoutASeed() {
        List<String> cards = new ArrayList<>();
        Collections.shuffle(cards);
        return Math.random() + new Random().nextDouble();
    }

    void isLoud() {
        System.out.println(TOTAL.incrementAndGet());
        Logger.getLogger("careless").info("loud");
    }
}
