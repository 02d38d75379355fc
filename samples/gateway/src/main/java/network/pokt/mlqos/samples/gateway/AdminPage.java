package network.pokt.mlqos.samples.gateway;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.price.BudgetMeter;
import network.pokt.mlqos.price.Rate;
import network.pokt.mlqos.route.Decision;
import network.pokt.mlqos.route.NodeView;
import network.pokt.mlqos.route.QosRouter;
import network.pokt.mlqos.route.RankedNode;
import network.pokt.mlqos.route.Refusal;
import network.pokt.mlqos.route.RouteNeeds;
import network.pokt.mlqos.time.TimeSource;

/** How every node stands, who would get the next request and why, and what customers have spent: a page without any script. */
final class AdminPage {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double CENTS = 100;
    private static final int ADDRESS = 14;

    private final QosRouter router;
    private final Nodes nodes;
    private final Customers customers;
    private final TimeSource time = TimeSource.system();

    AdminPage(QosRouter router, Nodes nodes, Customers customers) {
        this.router = router;
        this.nodes = nodes;
        this.customers = customers;
    }

    String render() {
        Html page = new Html();
        page.tag("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
                .tag("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .tag("<meta name=\"color-scheme\" content=\"light dark\"><title>Gateway: nodes</title>")
                .tag("<link rel=\"stylesheet\" href=\"/admin.css\"></head><body><header><h1>Gateway</h1>")
                .text(
                        "<p class=\"quiet\">As of ",
                        time.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                        ".")
                .tag("<a href=\"/admin\">Look again</a> · <a href=\"/metrics\">Metrics</a></p></header><main>");
        if (!nodes.notice().isEmpty()) {
            page.text("<p class=\"notice\" role=\"note\">", nodes.notice(), "</p>");
        }
        standings(page);
        Set<String> models = new TreeSet<>();
        nodes.directory().nodes().forEach(node -> node.model().ifPresent(models::add));
        for (String model : models) {
            next(page, model);
        }
        customers(page);
        return page.tag("</main></body></html>").toString();
    }

    private void standings(Html page) {
        page.tag("<h2>How nodes stand</h2>")
                .table(
                        "How nodes stand",
                        "Node",
                        "Standing",
                        "# Expected to answer",
                        "# Relays seen",
                        "# In flight",
                        "# First token",
                        "# 95 of 100 within",
                        "# Tokens/s",
                        "Last fault");
        for (Node node : nodes.directory().nodes()) {
            router.view(node.id()).ifPresent(view -> standing(page, view));
        }
        page.endTable();
    }

    private void standing(Html page, NodeView view) {
        String grade = view.grade().name().toLowerCase(Locale.ROOT);
        double failed = view.signals().failed().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        String supplier = view.node().id().supplier();
        page.text("<tr><th scope=\"row\">", view.node().model().orElse("no model named"), "<br>")
                .text("<code>", supplier, "</code>")
                .text("<br>", nodes.names().getOrDefault(supplier, ""), "")
                .text("<details><summary>In words</summary>", view.inWords(), "</details></th>")
                .tag("<td><span class=\"grade " + grade + "\">" + grade + "</span>")
                .text("<br>", remark(view), "</td>")
                .number("%.1f %%", 100 * view.signals().reliability())
                .number("%.0f", view.signals().answered() + failed)
                .number("%d", view.signals().inFlight())
                .number("%.0f ms", millis(view.signals().firstToken()))
                .number(
                        "%s",
                        view.signals()
                                .firstTokenP95()
                                .map(p95 -> String.format(Locale.ROOT, "%.0f ms", millis(p95)))
                                .orElse("-"))
                .number("%.0f", view.signals().tokensPerSecond())
                .cell(view.lastFault().map(AdminPage::words).orElse("none"))
                .tag("</tr>");
    }

    private static String remark(NodeView view) {
        if (view.benchedFor().isPresent()) {
            return "for " + view.benchedFor().get().toSeconds() + " s more";
        }
        if (view.pausedFor().isPresent()) {
            return "asked to be left alone for " + view.pausedFor().get().toSeconds() + " s";
        }
        return view.onTrial() ? "on trial" : "";
    }

    private void next(Html page, String model) {
        Decision decision = router.select(RouteNeeds.builder().model(model).build());
        page.text("<h2>Who would get the next request for ", model, "</h2>")
                .table("Ranking for " + model, "Node", "# Chance", "# Worth in cents", "Made of");
        for (RankedNode ranked : decision.candidates()) {
            page.text("<tr><th scope=\"row\"><code>", address(ranked.candidate().node()), "</code></th>")
                    .number("%.0f %%", 100 * ranked.probability())
                    .number("%.3f", CENTS * ranked.score())
                    .cell(terms(ranked.terms()))
                    .tag("</tr>");
        }
        page.endTable();
        for (Refusal refusal : decision.refused()) {
            if (refusal.node().model().filter(model::equals).isPresent()) {
                page.text("<p>Not <code>", address(refusal.node()), "</code>: ").text("", refusal.reason(), "</p>");
            }
        }
    }

    private void customers(Html page) {
        page.tag("<h2>What customers spent today</h2>")
                .table(
                        "What customers spent today",
                        "Customer",
                        "# Requests",
                        "# Tokens",
                        "# Spent or set aside",
                        "# Limit");
        for (Customer customer : customers.all()) {
            BudgetMeter today = customer.today();
            page.text("<tr><th scope=\"row\">", customer.name(), "</th>")
                    .number("%d", today.relays())
                    .number("%d", today.tokens())
                    .number("%s %s", Rate.format(today.cost()), Customers.RATE.currency())
                    .number(
                            "%s",
                            customer.budget()
                                    .cost()
                                    .map(limit -> Rate.format(limit) + " " + Customers.RATE.currency())
                                    .orElse("none"))
                    .tag("</tr>");
        }
        page.endTable();
    }

    private static String terms(Map<String, Double> terms) {
        return terms.entrySet().stream()
                .map(term -> String.format(Locale.ROOT, "%s %+.3f", term.getKey(), CENTS * term.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String address(Node node) {
        String supplier = node.id().supplier();
        return supplier.length() > ADDRESS ? supplier.substring(0, ADDRESS) + "…" : supplier;
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / NANOS_PER_MILLI;
    }

    private static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
