/**
 * Typed requests and answers of language models (completion and chat) and the OpenAI wire format,
 * streams included. It is the one place in this module where payload bytes get a meaning.
 */
@NullMarked
package network.pokt.mlqos.inference;

import org.jspecify.annotations.NullMarked;
