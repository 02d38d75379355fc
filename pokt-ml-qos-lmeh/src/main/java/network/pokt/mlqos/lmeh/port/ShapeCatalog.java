package network.pokt.mlqos.lmeh.port;

import network.pokt.mlqos.lmeh.function.ContentRegistry;

/**
 * All equivalents that are recognised by shape, each with a function of lm-evaluation-harness 0.4.13 that has the shape.
 */
public final class ShapeCatalog {

    private ShapeCatalog() {}

    /** Adds all of them to a registry and returns it. */
    public static ContentRegistry.Builder addTo(ContentRegistry.Builder registry) {
        documents(registry);
        prompts(registry);
        return registry
                // agieval/utils.process_results_mcqa
                .shape("ebbe52d80a38384e", ChoiceScores::anyOf)
                // crows_pairs/utils.process_results
                .shape("a9eeb147498613f0", ChoiceScores::stereotype);
    }

    private static void documents(ContentRegistry.Builder registry) {
        // global_mmlu/full/am/utils.process_docs, mmlu_pro and all others with an argument named subject
        registry.shape("a4ee0d586aabfac5", Filtering::byArgument)
                // include/default/Albanian/utils.process_docs, with an argument named category
                .shape("8175d1a551f0333e", Filtering::byArgument)
                // llama3/instruct/mmlu_de/utils.process_docs
                .shape("fe66623399481c81", Filtering::byFramedArgument)
                // crows_pairs/utils.filter_autre
                .shape("7083938e2812c1f2", Filtering::byBeginning)
                // french_bench/utils.process_docs
                .shape("ca74028443c2e151", WikiHow::of)
                // arabic_leaderboard_complete/arabic_leaderboard_alghafa/utils.process_docs
                .shape("82a8c184cf81e5e9", Alghafa::of);
    }

    private static void prompts(ContentRegistry.Builder registry) {
        // afrixnli/anli prompt/en-direct/utils.doc_to_target
        registry.shape("95df99576778793e", source -> Labels.one(source, 3))
                // afrobench/masakhapos/prompt_1/utils.doc_to_target
                .shape("fbfc1f278cd99d99", source -> Labels.several(source, 18))
                // afrimmlu/direct/prompt_1/utils.doc_to_choice
                .shape("bebe8ccae7ec6876", Prompts::literal)
                // afrimmlu/direct/prompt_1/utils.doc_to_text
                .shape("c77419578105f375", source -> Prompts.withChoices(source, "subject", "question"))
                // afrimmlu/direct/prompt_4/utils.doc_to_text
                .shape("28847b52e060158e", source -> Prompts.withChoices(source, "question"))
                // afrixnli/lai prompt/direct/utils.doc_to_text
                .shape("7935fc226cf2ba56", source -> Prompts.ofColumns(source, "premise", "hypothesis"))
                // crows_pairs/utils.doc_to_choice
                .shape("59b6a7279d03575d", Prompts::pair)
                // paloma/paloma_utils.doc_to_target
                .shape("9b5f6100a6dd73d1", Prompts::printed)
                // afrobench/mafand/prompt_1/african-english/utils.get_target
                .shape("8b3c9c1036a89504", Translations::european)
                // afrobench/mafand/prompt_1/english-african/utils.get_target_reverse
                .shape("e2531bde03b930e5", Translations::african)
                // afrobench/mafand/prompt_1/african-english/utils.create_text_prompt_1
                .shape("b8635dfd4c6a320d", Translations::fromAfrican)
                // afrobench/mafand/prompt_1/english-african/utils.create_reverse_prompt_1
                .shape("bf3b5b31ab2aeac9", Translations::toAfrican);
    }
}
