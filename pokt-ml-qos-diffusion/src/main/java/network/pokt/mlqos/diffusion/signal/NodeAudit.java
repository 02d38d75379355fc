package network.pokt.mlqos.diffusion.signal;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.pokt.mlqos.diffusion.api.Drawing;

/**
 * What one node did when it was probed, and what is held against it.
 *
 * @param drawings the answers, in the order of {@link ProbePlan#requests()}
 * @param findings what is held against it, each with a sentence of evidence; empty for a node without a fault
 * @param effort how its time grows with the work, if it answered
 */
public record NodeAudit(List<Drawing> drawings, Map<Finding, String> findings, Optional<Effort> effort) {

    public NodeAudit {
        drawings = List.copyOf(drawings);
        findings = Collections.unmodifiableMap(
                findings.isEmpty() ? new EnumMap<>(Finding.class) : new EnumMap<>(findings));
    }
}
