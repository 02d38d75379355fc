package network.pokt.mlqos.lmeh.ifeval;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import network.pokt.mlqos.lmeh.data.Doc;

/** The kinds of instructions by their ids. */
final class Instructions {

    private static final Map<String, Function<InstructionArguments, Instruction>> KINDS = Map.ofEntries(
            Map.entry("keywords:existence", WordInstructions::keywords),
            Map.entry("keywords:frequency", WordInstructions::keywordFrequency),
            Map.entry("keywords:forbidden_words", WordInstructions::forbiddenWords),
            Map.entry("keywords:letter_frequency", WordInstructions::letterFrequency),
            Map.entry("language:response_language", CaseInstructions::language),
            Map.entry("length_constraints:number_sentences", LengthInstructions::sentences),
            Map.entry("length_constraints:number_paragraphs", LengthInstructions::paragraphs),
            Map.entry("length_constraints:number_words", LengthInstructions::words),
            Map.entry("length_constraints:nth_paragraph_first_word", LengthInstructions::firstWord),
            Map.entry("detectable_content:number_placeholders", FormatInstructions::placeholders),
            Map.entry("detectable_content:postscript", FormatInstructions::postscript),
            Map.entry("detectable_format:number_bullet_lists", FormatInstructions::bullets),
            Map.entry("detectable_format:constrained_response", FormatInstructions::options),
            Map.entry("detectable_format:number_highlighted_sections", FormatInstructions::highlights),
            Map.entry("detectable_format:multiple_sections", FormatInstructions::sections),
            Map.entry("detectable_format:json_format", FormatInstructions::json),
            Map.entry("detectable_format:title", FormatInstructions::title),
            Map.entry("combination:two_responses", FormatInstructions::twoResponses),
            Map.entry("combination:repeat_prompt", WordInstructions::repeatedPrompt),
            Map.entry("startend:end_checker", WordInstructions::ending),
            Map.entry("startend:quotation", FormatInstructions::quotation),
            Map.entry("change_case:capital_word_frequency", CaseInstructions::capitalWords),
            Map.entry("change_case:english_capital", CaseInstructions::capitals),
            Map.entry("change_case:english_lowercase", CaseInstructions::lowercase),
            Map.entry("punctuation:no_comma", WordInstructions::noComma));

    private Instructions() {}

    /** Returns the ids of all kinds. */
    static Set<String> ids() {
        return new TreeSet<>(KINDS.keySet());
    }

    /** Returns an instruction of a document. */
    static Instruction of(String id, Map<?, ?> arguments, Doc doc) {
        Function<InstructionArguments, Instruction> kind = KINDS.get(id);
        if (kind == null) {
            throw doc.unfit("there is the instruction '" + id + "', which is none of " + ids());
        }
        return kind.apply(new InstructionArguments(id, arguments, doc));
    }
}
