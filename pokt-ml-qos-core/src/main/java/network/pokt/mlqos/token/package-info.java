/**
 * Tokenizers, token counts of texts and chats, exact or estimated, and the fingerprints by which tokenizers and model
 * configurations are told apart.
 */
@NullMarked
package network.pokt.mlqos.token;

import org.jspecify.annotations.NullMarked;
