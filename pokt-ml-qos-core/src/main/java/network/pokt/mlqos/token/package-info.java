/**
 * Tokenizers, token counts, chat templates, and the fingerprint by which two tokenizers are told apart.
 */
@NullMarked
package network.pokt.mlqos.token;

import org.jspecify.annotations.NullMarked;
