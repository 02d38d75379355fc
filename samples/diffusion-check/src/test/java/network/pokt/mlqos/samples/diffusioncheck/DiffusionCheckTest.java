package network.pokt.mlqos.samples.diffusioncheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import network.pokt.mlqos.SharedData;
import network.pokt.mlqos.diffusion.task.ImagePrompt;
import network.pokt.mlqos.diffusion.task.PromptSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffusionCheckTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void a_round_tells_the_seven_apart_and_shows_the_evidence() throws IOException, InterruptedException {
        PromptSet prompts =
                new PromptSet("two", List.of(new ImagePrompt("a <b>fox</b>", ""), new ImagePrompt("a house", "")));

        Confusion confusion = DiffusionCheck.run(out, 1, prompts, folder.resolve("sheet.html"));

        assertThat(confusion.wrong()).as(confusion.toString()).isZero();
        assertThat(Files.readString(folder.resolve("sheet.html")))
                .contains("SIMULATED", "a &lt;b&gt;fox&lt;/b&gt;", "<b>IGNORES_PROMPT</b>", "data:image/png;base64,");
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("of 7 verdicts wrong");
    }

    @Test
    @Tag("long")
    void thirty_rounds_with_real_prompts_tell_the_seven_apart() throws IOException, InterruptedException {
        PromptSet prompts = PromptSet.partiPrompts(SharedData.path("data/t2i/PartiPrompts.tsv"));

        Confusion confusion = DiffusionCheck.run(out, 30, prompts, null);

        assertThat(confusion.wrong()).as(confusion.toString()).isZero();
    }
}
