package network.pokt.mlqos.samples.pricing;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Prints what calls cost, what a flat price makes of it and what burn and mint follow; or renews docs/pricing.md with it. */
public final class Pricing {

    private static final String USAGE = """
            Prints the tables of docs/pricing.md from real traces and a real price list.

              java -jar pricing.jar [options]

              --shared DIR   the folder with data/traces and data/prices (default ../shared)
              --docs DIR     renew DIR/pricing.md and its charts instead of printing
              --help         print this
            """;

    private Pricing() {}

    public static void main(String[] args) throws IOException {
        System.exit(run(System.out, System.err, args));
    }

    /** Runs a command line and returns its exit status: 0 if it did what was asked, 2 if it could not. */
    static int run(PrintStream out, PrintStream err, String... args) throws IOException {
        Path shared = Path.of("../shared");
        Path docs = null;
        Iterator<String> rest = List.of(args).iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            if (option.equals("--help")) {
                out.print(USAGE);
                return 0;
            }
            if (!rest.hasNext() || !(option.equals("--shared") || option.equals("--docs"))) {
                err.println("There is no option '" + option + "', or it lacks its folder, see --help.");
                return 2;
            }
            Path folder = Path.of(rest.next());
            if (option.equals("--docs")) {
                docs = folder;
            } else {
                shared = folder;
            }
        }
        for (String needed : Data.FILES) {
            if (!Files.isRegularFile(shared.resolve(needed))) {
                err.println(
                        "This needs the file " + shared.resolve(needed) + ": Microsoft's Azure LLM inference traces of"
                                + " 2023 and LiteLLM's price list in the folder that --shared names.");
                return 2;
            }
        }
        Study study = new Study(Data.load(shared));
        if (docs == null) {
            study.sections().forEach((name, text) -> out.println("## " + name + "\n\n" + text));
            return 0;
        }
        renew(docs, study);
        return 0;
    }

    private static void renew(Path docs, Study study) throws IOException {
        Path page = docs.resolve("pricing.md");
        Files.writeString(page, new Page(Files.readString(page)).with(study.sections()));
        Path charts = Files.createDirectories(docs.resolve("pricing"));
        for (Map.Entry<String, String> chart : study.charts().entrySet()) {
            Files.writeString(charts.resolve(chart.getKey()), chart.getValue());
        }
    }
}
