package network.pokt.mlqos.samples.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PricingTest {

    private static final Path DOCS = Path.of("../../docs");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void the_page_and_its_charts_are_what_the_program_makes(@TempDir Path folder) throws IOException {
        Path shared = shared();
        Path page = Files.copy(DOCS.resolve("pricing.md"), folder.resolve("pricing.md"));

        assertThat(run("--shared", shared.toString(), "--docs", folder.toString()))
                .isZero();

        assertThat(page).hasSameTextualContentAs(DOCS.resolve("pricing.md"));
        for (String chart : List.of("cost-per-call.svg", "sensitivity.svg")) {
            assertThat(folder.resolve("pricing").resolve(chart))
                    .hasSameTextualContentAs(DOCS.resolve("pricing").resolve(chart));
        }
    }

    @Test
    void it_prints_every_section() throws IOException {
        assertThat(run("--shared", shared().toString())).isZero();

        assertThat(text(out))
                .contains("## cost\n", "## flat\n", "## serving\n", "## units\n", "## weighted\n", "## burn\n")
                .contains("## sensitivity\n")
                .contains("| gpt-4o-mini, conversations |");
    }

    @Test
    void without_the_data_it_says_what_it_needs(@TempDir Path empty) throws IOException {
        assertThat(run("--shared", empty.toString())).isEqualTo(2);

        assertThat(text(out)).isEmpty();
        assertThat(text(err)).contains("AzureLLMInferenceTrace_conv.csv").contains("--shared");
    }

    @Test
    void a_command_line_that_makes_no_sense_is_refused() throws IOException {
        assertThat(run("--prices")).isEqualTo(2);
        assertThat(run("--docs")).isEqualTo(2);
        assertThat(text(err)).contains("There is no option '--prices'").contains("see --help");
        assertThat(run("--help")).isZero();
        assertThat(text(out)).contains("java -jar pricing.jar");
    }

    /** The mean of a linear cost is the cost of the means: an independent way to the same figure. */
    @Test
    void mean_costs_are_those_of_the_mean_call() throws IOException {
        Data data = Data.load(shared());
        Costs costs = CostPerCall.costs(
                data.conversations(), data.prices().model("gpt-4o-mini").orElseThrow());

        long read = data.conversations().stream().mapToLong(Call::promptTokens).sum();
        long written =
                data.conversations().stream().mapToLong(Call::completionTokens).sum();
        assertThat(data.conversations()).hasSize(19_366);
        assertThat(data.code()).hasSize(8_819);
        assertThat(costs.sum())
                .isEqualByComparingTo(new BigDecimal("0.00000015")
                        .multiply(BigDecimal.valueOf(read))
                        .add(new BigDecimal("0.0000006").multiply(BigDecimal.valueOf(written))));
    }

    @Test
    void figures_of_a_distribution_are_those_of_a_hand_count() {
        Costs costs =
                new Costs(Stream.of("4", "1", "2", "9").map(BigDecimal::new).toList());

        assertThat(costs.median()).isEqualByComparingTo("2");
        assertThat(costs.mean()).isEqualByComparingTo("4");
        assertThat(costs.largest()).isEqualByComparingTo("9");
        assertThat(costs.moved()).isEqualTo(5.0 / 16);
        assertThat(costs.dearest(0.25)).isEqualTo(9.0 / 16);
        assertThat(costs.meanOfCheapest(0.5)).isEqualByComparingTo("1.5");
        assertThat(costs.share(cost -> cost.signum() > 0)).isEqualTo(1);
    }

    @Test
    void charts_are_well_formed() throws Exception {
        for (Map.Entry<String, String> chart :
                new Study(Data.load(shared())).charts().entrySet()) {
            byte[] svg = chart.getValue().getBytes(StandardCharsets.UTF_8);
            assertThat(DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new ByteArrayInputStream(svg))
                            .getDocumentElement()
                            .getTagName())
                    .as(chart.getKey())
                    .isEqualTo("svg");
        }
    }

    @Test
    void a_page_without_a_section_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Page("nothing here").with(Map.of("cost", "")))
                .withMessageContaining("'cost'");
    }

    private static Path shared() {
        Path folder = Path.of(System.getProperty("mlqos.shared", "../../../shared"));
        assumeTrue(Files.isDirectory(folder), () -> "skipped: there is no shared folder at " + folder);
        return folder;
    }

    private int run(String... args) throws IOException {
        return Pricing.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                args);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
