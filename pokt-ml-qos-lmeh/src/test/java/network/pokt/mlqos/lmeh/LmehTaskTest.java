package network.pokt.mlqos.lmeh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import network.pokt.mlqos.lmeh.data.DatasetException;
import network.pokt.mlqos.lmeh.data.DatasetSource;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.data.Documents;
import network.pokt.mlqos.lmeh.prompt.PromptStyle;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.task.Measure;
import network.pokt.mlqos.task.Reply;
import network.pokt.mlqos.task.Sample;
import network.pokt.mlqos.task.Sampling;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LmehTaskTest {

    private static final DatasetSource SUMS = sums(40, 30);

    @Test
    void gsm8k_is_asked_with_five_examples_and_scored_by_both_filters() {
        LmehTask task = Lmeh.task("gsm8k", SUMS);
        assertThat(task.measures())
                .containsExactly(
                        Measure.of("exact_match", "strict-match"), Measure.of("exact_match", "flexible-extract"));
        Sample sample = task.samples(Sampling.all()).next();
        Ask.Generate ask = (Ask.Generate) sample.asks().get(0);
        String prompt = ((Ask.Text) ask.context()).text();
        assertThat(prompt.split("\n\n", -1)).hasSize(6);
        assertThat(prompt).endsWith("Question: What is 0 + 1?\nAnswer:");
        assertThat(sample.score(List.of(new Reply.Generated("It is one.\n#### 1"))))
                .hasToString("[1.0, 1.0]");
        assertThat(sample.score(List.of(new Reply.Generated("It is 1.")))).hasToString("[0.0, 1.0]");
        assertThat(sample.score(List.of(new Reply.Generated("")))).hasToString("[0.0, 0.0]");
    }

    @Test
    void arc_challenge_prefers_the_most_probable_choice_or_the_one_for_its_length() {
        LmehTask task = Lmeh.task("arc_challenge", questions()).fewShot(0);
        Sample sample = task.samples(Sampling.all()).next();
        assertThat(sample.asks())
                .containsExactly(
                        new Ask.Loglikelihood("Question: Which?\nAnswer:", " a"),
                        new Ask.Loglikelihood("Question: Which?\nAnswer:", " a long one"));
        List<Reply> replies = List.of(new Reply.Likelihood(-2, false), new Reply.Likelihood(-3, false));
        assertThat(sample.score(replies)).hasToString("[0.0, 1.0]");
    }

    @Test
    void a_reply_of_the_wrong_kind_is_refused() {
        Sample sum = Lmeh.task("gsm8k", SUMS).samples(Sampling.all()).next();
        assertThatThrownBy(() -> sum.score(List.of(new Reply.Likelihood(-1, true))))
                .isInstanceOf(IllegalArgumentException.class);
        Sample choice = Lmeh.task("arc_challenge", questions())
                .fewShot(0)
                .samples(Sampling.all())
                .next();
        assertThatThrownBy(() -> choice.score(List.of(new Reply.Generated("a"), new Reply.Generated("b"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_limit_keeps_prompts_and_equal_samplings_repeat_them() {
        LmehTask task = Lmeh.task("gsm8k", SUMS);
        List<String> all = prompts(task, Sampling.all());
        assertThat(all).hasSize(40);
        assertThat(prompts(task, Sampling.first(7))).isEqualTo(all.subList(0, 7));
        assertThat(prompts(task, Sampling.random(9, 3))).isEqualTo(prompts(task, Sampling.random(9, 3)));
    }

    @Test
    void settings_return_changed_copies_and_show_in_the_fingerprint() {
        LmehTask task = Lmeh.task("gsm8k", SUMS);
        List<LmehTask> others = List.of(
                task.fewShot(4),
                task.fewShot(0),
                task.fewShotSeed(1),
                task.promptStyle(PromptStyle.CHAT),
                task.promptStyle(PromptStyle.CHAT_IN_ONE_TURN),
                task.systemInstruction("Be brief."),
                Lmeh.task("gsm8k", sums(39, 30)),
                Lmeh.task("gsm8k", sums(40, 29)));
        assertThat(others)
                .extracting(LmehTask::fingerprint)
                .doesNotHaveDuplicates()
                .doesNotContain(task.fingerprint());
        assertThat(Lmeh.task("gsm8k", sums(40, 30)).fingerprint()).isEqualTo(task.fingerprint());
        assertThat(task.fingerprint())
                .contains("lm-evaluation-harness 0.4.13", "gsm8k version 3.0", "5-shot seed 1234");
    }

    @Test
    void examples_are_read_only_if_there_are_to_be_any() {
        DatasetSource testOnly = split -> {
            if (split.equals("test")) {
                return SUMS.split(split);
            }
            throw new DatasetException("no " + split);
        };
        LmehTask task = Lmeh.task("gsm8k", testOnly);
        assertThat(prompts(task.fewShot(0), Sampling.first(1))).containsExactly("Question: What is 0 + 1?\nAnswer:");
        assertThatThrownBy(() -> task.samples(Sampling.all())).isInstanceOf(DatasetException.class);
        assertThatThrownBy(task::fingerprint)
                .isInstanceOf(DatasetException.class)
                .hasMessage("no train");
    }

    @Test
    void impossible_settings_are_refused_with_a_remedy(@TempDir Path folder) {
        LmehTask gsm8k = Lmeh.task("gsm8k", SUMS);
        LmehTask arc = Lmeh.task("arc_challenge", questions());
        assertThatThrownBy(() -> gsm8k.fewShot(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> gsm8k.fewShot(31).samples(Sampling.all()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The task gsm8k has 30 documents to take examples from, but 31 are needed;"
                        + " ask for fewer with fewShot.");
        assertThatThrownBy(() -> arc.promptStyle(PromptStyle.CHAT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("asks for log-likelihoods");
        assertThatThrownBy(() -> Lmeh.task("gms8k", folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no task 'gms8k', the tasks are [arc_challenge, gsm8k].");
        assertThatThrownBy(() -> Lmeh.gsm8k(folder)).isInstanceOf(DatasetException.class);
        assertThatThrownBy(() -> Lmeh.arcChallenge(folder)).isInstanceOf(DatasetException.class);
    }

    @Test
    void a_key_that_names_no_choice_is_named_with_its_place() {
        Doc bad = Doc.of(
                Map.of(
                        "question",
                        "?",
                        "choices",
                        Map.of("text", List.of("x"), "label", List.of("A")),
                        "answerKey",
                        "B"),
                "test.jsonl",
                3);
        DatasetSource source = split -> new Documents(List.of(bad), "0");
        assertThatThrownBy(() -> Lmeh.task("arc_challenge", source))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith("In test.jsonl line 3 doc_to_target fails: ")
                .hasMessageEndingWith("; correct or remove the line.");
    }

    @Test
    void a_column_that_is_missing_among_the_examples_is_named_before_anything_is_asked() {
        Doc unanswered = Doc.of(Map.of("question", "?"), "train.jsonl", 2);
        DatasetSource source =
                split -> split.equals("test") ? SUMS.split(split) : new Documents(List.of(unanswered), "0");
        LmehTask task = Lmeh.task("gsm8k", source).fewShot(1);
        assertThatThrownBy(task::fingerprint)
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith("In train.jsonl line 2 doc_to_target fails: 'answer' is undefined")
                .hasMessageEndingWith("; correct or remove the line.");
    }

    @Test
    void samples_that_were_taken_do_not_stay_in_memory() {
        Iterator<Sample> samples = manySamples("x".repeat(100)).samples(Sampling.all());
        List<WeakReference<Sample>> taken = new ArrayList<>();
        while (taken.size() < 1000) {
            taken.add(new WeakReference<>(samples.next()));
        }
        System.gc();
        // The last ones may still be on the stack.
        assertThat(taken.subList(0, 900)).allMatch(sample -> sample.refersTo(null));
        assertThat(samples).hasNext();
    }

    /** All prompts together are several times the memory of this JVM. */
    @Test
    @Tag("long")
    void a_hundred_thousand_samples_do_not_stay_in_memory() {
        Iterator<Sample> samples = manySamples("x".repeat(10_000)).samples(Sampling.all());
        long characters = 0;
        int count = 0;
        while (samples.hasNext()) {
            Ask.Generate ask = (Ask.Generate) samples.next().asks().get(0);
            characters += ((Ask.Text) ask.context()).text().length();
            count++;
        }
        assertThat(count).isEqualTo(100_000);
        assertThat(characters).isGreaterThan(3 * Runtime.getRuntime().maxMemory());
    }

    private static LmehTask manySamples(String filler) {
        Doc example = Doc.of(Map.of("question", filler, "answer", filler), "train", 1);
        Documents train = new Documents(List.of(example, example), "1");
        Documents test = sums(100_000, 0).split("test");
        return Lmeh.task("gsm8k", split -> split.equals("test") ? test : train).fewShot(2);
    }

    private static List<String> prompts(LmehTask task, Sampling sampling) {
        List<String> prompts = new ArrayList<>();
        task.samples(sampling).forEachRemaining(sample -> {
            Ask.Generate ask = (Ask.Generate) sample.asks().get(0);
            prompts.add(((Ask.Text) ask.context()).text());
        });
        return prompts;
    }

    private static DatasetSource sums(int test, int train) {
        return split -> {
            int size = split.equals("test") ? test : train;
            int plus = split.equals("test") ? 1 : 2;
            List<Doc> docs =
                    IntStream.range(0, size).mapToObj(i -> sum(i, plus)).toList();
            return new Documents(docs, split + size);
        };
    }

    private static Doc sum(int a, int b) {
        String answer = a + " + " + b + " = " + (a + b) + "\n#### " + (a + b);
        return Doc.of(Map.of("question", "What is " + a + " + " + b + "?", "answer", answer), "sums", a + 1);
    }

    private static DatasetSource questions() {
        Map<String, Object> choices = Map.of("text", List.of("a", "a long one"), "label", List.of("1", "2"));
        Doc doc = Doc.of(Map.of("question", "Which?", "choices", choices, "answerKey", "2"), "questions", 1);
        return split -> new Documents(List.of(doc), "0");
    }
}
