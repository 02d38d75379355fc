/**
 * Documents, and where they and task files come from. A document has columns, as in Hugging Face's datasets, and knows its place in its
 * file.
 */
@NullMarked
package network.pokt.mlqos.lmeh.data;

import org.jspecify.annotations.NullMarked;
