package network.pokt.mlqos.route.sim;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.price.Rate;
import network.pokt.mlqos.time.TimeSource;
import network.pokt.mlqos.time.TimeSource.Scheduled;

/**
 * A server with continuous batching: prompts are read one after the other, then all answers under way are written in step, the
 * slower the more there are, up to a largest batch; whoever comes later waits.
 */
final class SimNode {

    /** What a node is like when nothing is wrong with it. */
    record Make(
            String name,
            String operator,
            double network,
            double promptTokensPerSecond,
            double perToken,
            double perTokenPerSequence,
            int batch,
            double accuracy,
            double pricePerMillion) {

        /** Returns the requests per second of this size that it can bear: what reading prompts or writing answers allows, the less. */
        double requestsPerSecond(double prompt, double output) {
            double writing = batch / (perToken + perTokenPerSequence * (batch - 1)) / output;
            return Math.min(writing, promptTokensPerSecond / prompt);
        }
    }

    /** One request while it is served. */
    static final class Job {
        final double output;
        final double prompt;
        final Runnable first;
        final Runnable done;
        double finishAt;
        boolean dropped;

        Job(double prompt, double output, Runnable first, Runnable done) {
            this.prompt = prompt;
            this.output = output;
            this.first = first;
            this.done = done;
        }
    }

    final Make make;
    final Node node;
    final Rate rate;
    final List<Fault> faults = new ArrayList<>();
    private final TimeSource time;
    private final SplittableRandom noise;
    private final ArrayDeque<Job> waiting = new ArrayDeque<>();
    private final PriorityQueue<Job> writing = new PriorityQueue<>(Comparator.comparingDouble(job -> job.finishAt));
    private double written;
    private double writtenAsOf;
    private double readerFreeAt;
    private int reading;
    private Scheduled next;

    SimNode(Make make, TimeSource time, SplittableRandom noise) {
        this.make = make;
        this.time = time;
        this.noise = noise;
        URI uri = URI.create("http://" + make.name() + ":8000");
        this.node = Node.builder(new NodeId(make.name(), "sim"), uri)
                .operator(make.operator())
                .model("m")
                .build();
        this.rate = Rate.perMillionTokens(
                "USD", String.valueOf(make.pricePerMillion()), String.valueOf(3 * make.pricePerMillion()));
    }

    double now() {
        return time.nanos() / 1e9;
    }

    /** Returns the size of a fault of this kind that is on now, else {@code otherwise}. */
    double fault(Fault.Kind kind, double otherwise) {
        double now = now();
        for (Fault fault : faults) {
            if (fault.kind() == kind && fault.from() <= now && now < fault.until()) {
                return fault.size();
            }
        }
        return otherwise;
    }

    int present() {
        return waiting.size() + writing.size() + reading;
    }

    double accuracy() {
        return make.accuracy() - fault(Fault.Kind.WORSE, 0);
    }

    void serve(Job job) {
        waiting.add(job);
        read();
    }

    void drop(Job job) {
        job.dropped = true;
        if (waiting.remove(job)) {
            return;
        }
        advance();
        if (writing.remove(job)) {
            plan();
            read();
        }
    }

    private void read() {
        while (!waiting.isEmpty() && writing.size() + reading < make.batch()) {
            Job job = waiting.poll();
            reading++;
            double slow = fault(Fault.Kind.SLOW_FIRST, 1);
            double jitter = Math.exp(0.25 * normal());
            double begin = Math.max(now(), readerFreeAt);
            readerFreeAt = begin + slow * jitter * job.prompt / make.promptTokensPerSecond();
            double first = readerFreeAt + slow * jitter * make.network() - now();
            time.schedule(Duration.ofNanos((long) (first * 1e9)), () -> {
                reading--;
                if (job.dropped) {
                    read();
                    return;
                }
                advance();
                job.finishAt = written + job.output;
                writing.add(job);
                plan();
                job.first.run();
            });
        }
    }

    private double step() {
        return (make.perToken() + make.perTokenPerSequence() * Math.max(0, writing.size() - 1))
                * fault(Fault.Kind.SLOW_TOKENS, 1);
    }

    private void advance() {
        double now = now();
        if (!writing.isEmpty()) {
            written += (now - writtenAsOf) / step();
        }
        writtenAsOf = now;
    }

    private void plan() {
        if (next != null) {
            next.cancel();
            next = null;
        }
        Job soonest = writing.peek();
        if (soonest != null) {
            double wait = Math.max(0, soonest.finishAt - written) * step();
            next = time.schedule(Duration.ofNanos((long) (wait * 1e9) + 1), () -> {
                next = null;
                advance();
                List<Job> finished = new ArrayList<>();
                while (!writing.isEmpty() && writing.peek().finishAt <= written + 1e-6) {
                    finished.add(writing.poll());
                }
                plan();
                read();
                finished.forEach(job -> job.done.run());
            });
        }
    }

    /** What a request would take that came now, known to nobody but an oracle: first token and the rest, in seconds. */
    double[] truth(double prompt, double output) {
        double slow = fault(Fault.Kind.SLOW_FIRST, 1);
        double wait = Math.max(0, readerFreeAt - now());
        int over = present() + 1 - make.batch();
        if (over > 0) {
            wait += over * output * step() / make.batch();
        }
        return new double[] {
            wait + slow * (make.network() + prompt / make.promptTokensPerSecond()),
            output * (step() + make.perTokenPerSequence())
        };
    }

    private double normal() {
        return Math.sqrt(-2 * Math.log(1 - noise.nextDouble())) * Math.cos(2 * Math.PI * noise.nextDouble());
    }

    double draw() {
        return noise.nextDouble();
    }
}
