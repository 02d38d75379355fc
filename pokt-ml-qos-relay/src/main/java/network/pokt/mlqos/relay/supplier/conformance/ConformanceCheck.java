package network.pokt.mlqos.relay.supplier.conformance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.transport.RelayTransport;

/**
 * Finds out whether a node gives what the network needs, with about 17 short relays.
 *
 * <pre>{@code
 * ConformanceReport report = ConformanceCheck.of(transport, node, "llama-3-8b").backend("vllm").run();
 * System.out.print(report.table());
 * System.exit(report.exitCode());
 * }</pre>
 *
 * <p>The transport decides what is checked: a bare endpoint over HTTP, or everything in between over Shannon. The relays cost what
 * relays of that transport cost. Not thread-safe.
 */
public final class ConformanceCheck {

    private final RelayTransport transport;
    private final Node node;
    private final String model;
    private String backend = "";
    private Duration timeout = Duration.ofMinutes(2);
    private Duration slowest = Duration.ofSeconds(10);

    private ConformanceCheck(RelayTransport transport, Node node, String model) {
        this.transport = transport;
        this.node = node;
        this.model = model;
    }

    /** Returns a check of a node that serves a model under that name. */
    public static ConformanceCheck of(RelayTransport transport, Node node, String model) {
        return new ConformanceCheck(transport, node, model);
    }

    /** The label of the model server, such as {@code vllm}, so that remedies name its flags. */
    public ConformanceCheck backend(String label) {
        this.backend = label;
        return this;
    }

    /** How long one relay may take; 120 s unless set. */
    public ConformanceCheck timeout(Duration longest) {
        this.timeout = longest;
        return this;
    }

    /** How long the first content of a short answer may take; 10 s unless set. */
    public ConformanceCheck slowestFirstContent(Duration slowestFirst) {
        this.slowest = slowestFirst;
        return this;
    }

    /**
     * Runs the check.
     *
     * @throws InterruptedException if the thread is interrupted while it waits for a relay
     */
    public ConformanceReport run() throws InterruptedException {
        Probe probe = new Probe(transport, node, model, timeout);
        Findings findings = new Findings(backend);
        new AnswerChecks(probe, findings, slowest).run();
        new PageChecks(probe, findings, model).run();
        return new ConformanceReport(node.id().toString(), findings.items(), probe.relays());
    }

    /** Collects items. */
    static final class Findings {

        private final String backend;
        private final List<ConformanceItem> items = new ArrayList<>();

        Findings(String backend) {
            this.backend = backend;
        }

        void met(String item, String finding) {
            items.add(new ConformanceItem(item, Verdict.MET, finding, ""));
        }

        void not(Verdict verdict, String item, String finding) {
            items.add(new ConformanceItem(item, verdict, finding, Remedies.of(backend, item)));
        }

        /** Notes an item as met, or with that verdict. */
        void note(boolean met, Verdict otherwise, String item, String finding) {
            if (met) {
                met(item, finding);
            } else {
                not(otherwise, item, finding);
            }
        }

        List<ConformanceItem> items() {
            return items;
        }
    }
}
