/**
 * What a task of lm-evaluation-harness says before it meets its documents: its YAML file, the files that it includes, and the
 * groups and tags that hold it.
 *
 * <p>A {@link network.pokt.mlqos.lmeh.config.TaskConfig} is the same thing whether a file or Java said it. Reference: the classes
 * TaskConfig, FewshotConfig and GroupConfig of lm-evaluation-harness 0.4.13.
 */
@NullMarked
package network.pokt.mlqos.lmeh.config;

import org.jspecify.annotations.NullMarked;
