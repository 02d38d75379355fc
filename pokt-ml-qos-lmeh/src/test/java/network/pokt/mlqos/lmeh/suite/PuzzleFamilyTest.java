package network.pokt.mlqos.lmeh.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import network.pokt.mlqos.lmeh.prompt.PromptStyle;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.task.Reply;
import network.pokt.mlqos.task.Sample;
import network.pokt.mlqos.task.Sampling;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PuzzleFamilyTest {

    @Test
    void the_answer_is_what_an_independent_solver_finds_in_the_question() {
        solve(new SplittableRandom(11), 20);
    }

    @Test
    @Tag("long")
    void the_answer_is_what_an_independent_solver_finds_in_many_questions() {
        solve(new SplittableRandom(12), 300);
    }

    private static void solve(SplittableRandom random, int puzzlesOfEachFamily) {
        for (PuzzleFamily family : PuzzleFamily.values()) {
            for (int i = 0; i < puzzlesOfEachFamily; i++) {
                long seed = random.nextLong();
                long index = random.nextLong(-10, 1_000_000_000_001L);
                int difficulty = 1 + i % 10;
                Puzzle puzzle = family.puzzle(seed, index, difficulty);
                assertThat(Solver.solve(family, puzzle.question()))
                        .as(
                                "%s, seed %d, index %d, difficulty %d: %s",
                                family, seed, index, difficulty, puzzle.question())
                        .isEqualTo(puzzle.answer());
                assertThat(FinalAnswer.isRight("So.\nAnswer: " + puzzle.answer(), puzzle))
                        .isTrue();
                assertThat(family.puzzle(seed, index, difficulty)).isEqualTo(puzzle);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void puzzles_differ_by_index_seed_and_difficulty_and_grow_with_the_latter(PuzzleFamily family) {
        for (int difficulty : List.of(1, 5, 10)) {
            int level = difficulty;
            Set<String> questions = LongStream.range(0, 300)
                    .mapToObj(i -> family.puzzle(1, i, level).question())
                    .collect(Collectors.toCollection(HashSet::new));
            assertThat(questions.size()).as(family + " " + difficulty).isGreaterThan(290);
            Set<String> others = LongStream.range(0, 300)
                    .mapToObj(i -> family.puzzle(2, i, level).question())
                    .collect(Collectors.toSet());
            others.retainAll(questions);
            assertThat(others.size()).as(family + " " + difficulty).isLessThan(10);
        }
        assertThat(length(family, 10)).isGreaterThan(length(family, 1));
        assertThatThrownBy(() -> family.puzzle(1, 1, 11)).isInstanceOf(IllegalArgumentException.class);
    }

    private static double length(PuzzleFamily family, int difficulty) {
        return LongStream.range(0, 200)
                .map(i -> family.puzzle(1, i, difficulty).question().length())
                .average()
                .orElseThrow();
    }

    @Test
    void answers_are_spread_so_that_no_constant_guess_gets_far() {
        for (PuzzleFamily family : PuzzleFamily.values()) {
            long most = LongStream.range(0, 1000)
                    .mapToObj(i -> family.puzzle(3, i, 3).answer())
                    .collect(Collectors.groupingBy(each -> each, Collectors.counting()))
                    .values()
                    .stream()
                    .mapToLong(Long::longValue)
                    .max()
                    .orElseThrow();
            assertThat(most).as(family.toString()).isLessThan(250);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NUMBER|1234|The answer is 1,234.|true",
                "NUMBER|1234|Answer: 1234|true",
                "NUMBER|-5|Answer: **-5**|true",
                "NUMBER|-5|Answer: 5|false",
                "NUMBER|12|Answer: 1234|false",
                "NUMBER|12|Answer: 12.5|false",
                "NUMBER|12|12 is wrong.Answer: 13|false",
                "NUMBER|12||false",
                "WORD|Monday|Answer: `monday`.|true",
                "WORD|2020-01-02|Answer: 2020-01-02|true",
                "WORD|2020-01-02|Answer: 2020-01-03|false",
                "WORD|Ada|It is Ada, I think|false",
                "LIST|a, b|Answer: [a,b]|true",
                "LIST|a, b|Answer: b, a|false",
                "LIST|-1, 2|Answer: -1,2.|true",
            })
    void the_last_answer_counts_whatever_is_around_it(Puzzle.Form form, String right, String text, boolean expected) {
        assertThat(FinalAnswer.isRight(text == null ? "" : text, new Puzzle("?", right, form)))
                .isEqualTo(expected);
    }

    @Test
    void a_task_shows_two_examples_and_asks_its_own_puzzles_in_text_and_in_conversation() {
        PuzzleTask task = PuzzleTask.of(PuzzleFamily.ARITHMETIC, 7, 50);
        Sample fourth = samples(task, Sampling.of(3)).next();
        String prompt = ((Ask.Text) ((Ask.Generate) fourth.asks().get(0)).context()).text();
        Puzzle puzzle = PuzzleFamily.ARITHMETIC.puzzle(7, 3, 3);
        assertThat(prompt.split("Question: ")).hasSize(4);
        assertThat(prompt).endsWith("\n\nQuestion: " + puzzle.question() + "\n");
        assertThat(fourth.score(List.of(new Reply.Generated("Answer: " + puzzle.answer())))
                        .value(0))
                .isEqualTo(1);
        assertThat(fourth.score(List.of(new Reply.Generated("Answer: x"))).value(0))
                .isZero();

        Sample chat = samples(task.style(PromptStyle.CHAT), Sampling.first(1)).next();
        assertThat(((Ask.Chat) ((Ask.Generate) chat.asks().get(0)).context()).messages())
                .hasSize(5);
        assertThat(PuzzleTask.suite(1, 10)).hasSize(PuzzleFamily.values().length);
        assertThat(Set.of(
                        task.fingerprint(),
                        task.difficulty(4).fingerprint(),
                        task.style(PromptStyle.CHAT).fingerprint(),
                        PuzzleTask.of(PuzzleFamily.ARITHMETIC, 8, 50).fingerprint()))
                .hasSize(4);
    }

    private static Iterator<Sample> samples(PuzzleTask task, Sampling sampling) {
        return task.samples(sampling);
    }
}
