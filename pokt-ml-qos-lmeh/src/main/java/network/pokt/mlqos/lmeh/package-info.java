/**
 * Tasks of the lm-evaluation-harness: their YAML definitions, templates, datasets, few-shot examples, requests,
 * filters, scoring, suites and result files.
 */
@NullMarked
package network.pokt.mlqos.lmeh;

import org.jspecify.annotations.NullMarked;
