package network.pokt.mlqos.samples.diffusioncheck;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.diffusion.api.Drawing;
import network.pokt.mlqos.diffusion.image.PngEncoder;
import network.pokt.mlqos.diffusion.signal.NodeAudit;
import network.pokt.mlqos.diffusion.signal.ProbePlan;

/** A page with every picture of a round beside what was found: pictures are decoded and written anew, never passed on. */
final class ContactSheet {

    private static final List<String> COLUMNS =
            List.of("first", "again", "other seed", "other prompt", "fewer steps", "more steps");

    private ContactSheet() {}

    static String html(ProbePlan plan, Map<String, NodeAudit> audits) {
        StringBuilder page = new StringBuilder("""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Image nodes, audited</title>
            <style>
            body { font: 15px/1.4 system-ui, sans-serif; margin: 2em; max-width: 70em }
            td, th { padding: .3em .6em; text-align: left; vertical-align: top } img { width: 96px; height: 96px }
            small { color: #555 }
            </style></head><body><h1>Image nodes, audited</h1>
            <p>SIMULATED nodes on this machine; their pictures are waves and show no prompt. Prompts: <q>\
            """);
        page.append(escaped(plan.base().prompt()))
                .append("</q> and <q>")
                .append(escaped(plan.otherPrompt()))
                .append("</q>.</p>\n<table><tr><th>node</th>");
        COLUMNS.forEach(column -> page.append("<th>").append(column).append("</th>"));
        page.append("<th>found</th></tr>\n");
        audits.forEach((node, audit) -> {
            page.append("<tr><th>").append(escaped(node)).append("</th>");
            audit.drawings().forEach(drawing -> page.append(cell(drawing)));
            page.append("<td>");
            if (audit.findings().isEmpty()) {
                page.append("nothing");
            }
            audit.findings()
                    .forEach((finding, evidence) -> page.append("<b>")
                            .append(finding)
                            .append("</b> ")
                            .append(escaped(evidence))
                            .append("<br>"));
            page.append("</td></tr>\n");
        });
        return page.append("</table></body></html>\n").toString();
    }

    private static String cell(Drawing drawing) {
        String picture = drawing.picture()
                .map(image -> "<img alt=\"drawn picture\" src=\"data:image/png;base64,"
                        + Base64.getEncoder().encodeToString(PngEncoder.encode(image)) + "\">")
                .orElse("none");
        return "<td>" + picture + "<br><small>" + drawing.elapsed().toMillis() + " ms</small></td>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
