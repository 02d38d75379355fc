/**
 * How a document becomes a question, an answer and choices: the fields of a task, compiled once and read off each document.
 */
@NullMarked
package network.pokt.mlqos.lmeh.doc;

import org.jspecify.annotations.NullMarked;
