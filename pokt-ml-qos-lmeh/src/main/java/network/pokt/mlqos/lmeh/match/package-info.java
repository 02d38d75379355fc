/**
 * Matching of answers that no text comparison does justice to: by meaning, through an operator's own reranker or embeddings
 * endpoint, and of tool calls, by name and arguments.
 */
@NullMarked
package network.pokt.mlqos.lmeh.match;

import org.jspecify.annotations.NullMarked;
