package network.pokt.mlqos.diffusion.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.pokt.mlqos.diffusion.api.Drawing;
import network.pokt.mlqos.diffusion.image.RgbImage;

/**
 * Audits nodes that claim one model: each by what its own pictures owe to the request, and all against each other.
 *
 * <pre>{@code
 * Map<String, NodeAudit> audits = ImageAudit.of(drawingsByNode);
 * audits.get("node-a").findings();    // {IGNORES_PROMPT=...}
 * }</pre>
 *
 * <p>Comparisons with peers need at least three nodes and abstain where there is no majority. Time is compared only between
 * drawings that were made under the same conditions: probe nodes from one place and not all at once through one narrow line.
 */
public final class ImageAudit {

    private static final int PEERS = 3;

    /** A node is slow if even the lower quartile of its slopes is so many times the median of all. */
    private static final double SLOW = 2.5;

    /** And so is its best drawing, which a busy moment of the machine does not slow down. */
    private static final double SLOW_AT_BEST = 2;

    /** Pictures of one seed from different machines, as the root of the mean squared difference. */
    private static final double NEAR = 0.05;

    private ImageAudit() {}

    /**
     * Returns an audit for each node.
     *
     * @param drawings the answers of each node, in the order of {@link ProbePlan#requests()}
     * @throws IllegalArgumentException if a node has not one drawing for each request of a plan
     */
    public static Map<String, NodeAudit> of(Map<String, List<Drawing>> drawings) {
        Map<String, Map<Finding, String>> findings = new LinkedHashMap<>();
        Map<String, Effort> efforts = new LinkedHashMap<>();
        drawings.forEach((node, own) -> {
            if (own.size() != ProbePlan.MANY + 1) {
                throw new IllegalArgumentException("Node " + node + " has " + own.size() + " drawings, an audit takes "
                        + (ProbePlan.MANY + 1) + ".");
            }
            Map<Finding, String> found = new SelfCheck(own).findings();
            findings.put(node, found);
            if (!found.containsKey(Finding.NO_ANSWER)) {
                efforts.put(node, effort(own));
            }
        });
        compareTimes(drawings, efforts, findings);
        comparePictures(drawings, findings);
        Map<String, NodeAudit> audits = new LinkedHashMap<>();
        drawings.forEach((node, own) -> audits.put(
                node,
                new NodeAudit(own, findings.getOrDefault(node, Map.of()), Optional.ofNullable(efforts.get(node)))));
        return audits;
    }

    private static Effort effort(List<Drawing> drawings) {
        List<Effort.Point> points = new ArrayList<>();
        for (Drawing drawing : drawings) {
            points.add(new Effort.Point(drawing.request().work(1), drawing.elapsed()));
        }
        return Effort.of(points);
    }

    private static void compareTimes(
            Map<String, List<Drawing>> drawings,
            Map<String, Effort> efforts,
            Map<String, Map<Finding, String>> findings) {
        if (efforts.size() < PEERS) {
            return;
        }
        double usual = median(
                efforts.values().stream().mapToDouble(Effort::secondsPerWork).toArray());
        double usualBest = median(efforts.keySet().stream()
                .mapToDouble(node -> best(drawings.getOrDefault(node, List.of())))
                .toArray());
        efforts.forEach((node, effort) -> {
            Map<Finding, String> found = findings.computeIfAbsent(node, key -> new EnumMap<>(Finding.class));
            if (effort.against(usual) == Agreement.DIFFERS) {
                found.put(
                        Finding.TOO_LITTLE_EFFORT,
                        "More steps take it " + percent(effort.secondsPerWork() / usual) + " of its peers' time.");
            } else if (usual > 0
                    && effort.lowSecondsPerWork() > SLOW * usual
                    && best(drawings.getOrDefault(node, List.of())) > SLOW_AT_BEST * usualBest) {
                found.put(
                        Finding.SLOW,
                        "A step takes it " + percent(effort.secondsPerWork() / usual) + " of its peers' time.");
            }
        });
    }

    private static void comparePictures(
            Map<String, List<Drawing>> drawings, Map<String, Map<Finding, String>> findings) {
        Map<String, RgbImage> pictures = new LinkedHashMap<>();
        drawings.forEach((node, own) -> own.get(0).picture().ifPresent(picture -> pictures.put(node, picture)));
        NearMajority majority = NearMajority.of(pictures, PictureDistance.pixels(), NEAR);
        majority.verdicts().forEach((node, verdict) -> {
            if (verdict == Agreement.DIFFERS) {
                findings.computeIfAbsent(node, key -> new EnumMap<>(Finding.class))
                        .put(Finding.OUTLIER, "Most of its peers draw another picture from the same seed.");
            }
        });
    }

    /** Returns the least time for the work over all drawings, in seconds. */
    private static double best(List<Drawing> drawings) {
        return drawings.stream()
                .mapToDouble(drawing ->
                        drawing.elapsed().toNanos() / 1e9 / drawing.request().work(1))
                .min()
                .orElse(Double.NaN);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
