/**
 * IFEval: 25 kinds of instructions whose observance a program can check, and how answers are judged by them.
 *
 * <p>Three of the things that the reference asks Python libraries for are approximated here: the language of a text
 * ({@link network.pokt.mlqos.lmeh.ifeval.LanguageGuess}), its sentences and its words.
 */
@NullMarked
package network.pokt.mlqos.lmeh.ifeval;

import org.jspecify.annotations.NullMarked;
