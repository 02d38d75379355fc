package network.pokt.mlqos.route.sim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import network.pokt.mlqos.inference.Decoded;
import network.pokt.mlqos.route.FailoverRule;
import network.pokt.mlqos.time.TimeSource;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayListener;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayResponse;

/** A gateway that chooses by a rule, with the attempts and the patience that the router has by default. */
final class RuleGateway implements Gateway {

    private final Rule rule;
    private final Supplier<List<SimNode>> nodes;
    private final SimTransport transport;
    private final TimeSource time;

    RuleGateway(Rule rule, Supplier<List<SimNode>> nodes, SimTransport transport, TimeSource time) {
        this.rule = rule;
        this.nodes = nodes;
        this.transport = transport;
        this.time = time;
    }

    @Override
    public void handle(SimAsk ask, Consumer<Ending> done) {
        attempt(ask, done, new ArrayList<>(), time.nanos(), 0);
    }

    private void attempt(SimAsk ask, Consumer<Ending> done, List<SimNode> tried, long start, double spent) {
        List<SimNode> left = new ArrayList<>(nodes.get());
        left.removeAll(tried);
        SimNode node = rule.pick(left, ask);
        tried.add(node);
        rule.sent(node);
        long sent = time.nanos();
        long[] first = {-1};
        CompletableFuture<RelayOutcome> future = transport.sendAsync(
                node.node, ask.request(node.node).withTimeout(Duration.ofSeconds(120)), new RelayListener() {
                    @Override
                    public void onChunk(java.nio.ByteBuffer chunk) {
                        first[0] = first[0] < 0 ? time.nanos() : first[0];
                    }
                });
        boolean[] over = {false};
        Consumer<FaultCause> failed = cause -> {
            over[0] = true;
            double took = (time.nanos() - sent) / 1e9;
            rule.failed(node, cause, took);
            double paid = first[0] < 0
                    ? 0
                    : ask.arrival().prompt()
                            * node.rate.perMillionPromptTokens().doubleValue()
                            / 1e6;
            if (first[0] < 0
                    && tried.size() < FailoverRule.DEFAULT.attempts()
                    && tried.size() < nodes.get().size()) {
                attempt(ask, done, tried, start, spent + paid);
            } else {
                double total = (time.nanos() - start) / 1e9;
                done.accept(new Ending(false, false, total, total, spent + paid, spent + paid, tried.size(), ""));
            }
        };
        TimeSource.Scheduled patience = time.schedule(FailoverRule.DEFAULT.patience(), () -> {
            if (first[0] < 0 && !over[0]) {
                failed.accept(FaultCause.FIRST_BYTE_TIMEOUT);
                future.cancel(true);
            }
        });
        future.whenComplete((outcome, error) -> {
            patience.cancel();
            if (over[0] || outcome == null) {
                return;
            }
            Decoded<SimAsk.Answer> decoded = outcome instanceof RelayResponse response
                    ? ask.read(response)
                    : new Decoded.Fault<>((RelayFailure) outcome);
            if (decoded instanceof Decoded.Ok<SimAsk.Answer> ok) {
                over[0] = true;
                answered(node, ask, ok.answer(), done, tried.size(), start, sent, spent);
            } else {
                failed.accept(((Decoded.Fault<SimAsk.Answer>) decoded).failure().cause());
            }
        });
    }

    private void answered(
            SimNode node,
            SimAsk ask,
            SimAsk.Answer answer,
            Consumer<Ending> done,
            int relays,
            long start,
            long sent,
            double spent) {
        double first = answer.first().orElseThrow().toNanos() / 1e9;
        double total = answer.total().toNanos() / 1e9;
        rule.answered(node, first, total, answer.written());
        double before = (sent - start) / 1e9;
        double cost =
                node.rate.cost(1, ask.arrival().prompt(), answer.claimed()).doubleValue();
        done.accept(new Ending(
                true,
                answer.right(),
                before + first,
                before + total,
                spent + cost,
                spent,
                relays,
                node.make.operator()));
    }
}
