package network.pokt.mlqos.samples.lmehcli;

/** What {@code --help} prints. */
final class Usage {

    static final String TEXT = """
            Measures remote nodes on tasks of lm-evaluation-harness: same prompts, requests and scores.

              java -jar lmeh-cli.jar --model local-completions --model_args base_url=URL,model=NAME,tokenizer=PATH
                                     --tasks NAMES --include_path DIR [options]

              --model KIND             local-completions or local-chat-completions
              --model_args A=B,...     base_url, model, tokenizer (folder or tokenizer.json), num_concurrent, max_length,
                                       max_gen_toks, tokenized_requests, add_bos_token, seed, eos_string, timeout, max_retries
              --tasks A,B              tasks, groups, tags or patterns; --tasks list prints all
              --include_path DIR       a folder of task files, such as lm_eval/tasks; repeatable, later ones come first
              --tasks_release TAG      download the task files of a release such as v0.4.13 into the folder of --cache, once
              --tasks_archive URL      the same from a zip file or wheel somewhere else
              --tasks_sha256 HEX       the checksum that this archive must have, printed when it is downloaded
              --data NAME=DIR          the folder of a dataset that you have yourself; repeatable
              --cache DIR              download other datasets from the Hugging Face hub into this folder, once
              --offline                take from the cache only
              --num_fewshot N          examples before each question
              --limit N                the first N documents of each task, or a fraction below 1
              --samples JSON           {"task": [0, 5]}, or a file with it
              --gen_kwargs A=B,...     parameters of generation
              --apply_chat_template    put prompts as conversations; --fewshot_as_multiturn false puts examples in one turn
              --system_instruction T   what each prompt begins with
              --seed N[,N,N,N]         the few-shot seed is the fourth
              --bootstrap_iters N      resamples for standard errors, 100000 by default
              --batch_size N           prompts of one document in a request, 1 by default
              --output_path DIR        write results_*.json there; with --log_samples also samples_*.jsonl
              --nodes FILE             measure these endpoints, URL[,MODEL] a line, instead of base_url
              --budget N               send at most N relays
              --resume FILE            remember what was measured in this journal, and go on from there when run again
              --written_choices        list the choices of multiple-choice tasks and have the model write a letter, for endpoints
                                       without log-likelihoods; measured as acc_written
              --match_url URL          your reranker or embeddings, for the metric a-vert_match and the filter a-vert_nearest, which
                                       match by meaning; with --written_choices also for every choice that is written
              --match_model NAME       its model; --match_api vllm, tei (rerankers) or embeddings, vllm by default
              --match_wording NAME     how texts are put to it: plain, instruct or qwen3-reranker; --match_timeout S, 60 by default
              --no_probe               do not ask first whether log-likelihoods of the endpoints mean anything
              --help                   print this

            A key, if the endpoint needs one, is taken from the environment variable OPENAI_API_KEY, that of --match_url from
            MATCH_API_KEY.
            """;

    private Usage() {}
}
