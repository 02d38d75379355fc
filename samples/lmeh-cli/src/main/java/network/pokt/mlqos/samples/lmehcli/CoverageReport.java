package network.pokt.mlqos.samples.lmehcli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import network.pokt.mlqos.error.MlQosException;
import network.pokt.mlqos.lmeh.Lmeh;
import network.pokt.mlqos.lmeh.config.TaskLibrary;
import network.pokt.mlqos.lmeh.coverage.Coverage;

/**
 * Says how many tasks of a folder run natively, and for each that does not the reason:
 * {@code java -cp target/lmeh-cli.jar network.pokt.mlqos.samples.lmehcli.CoverageReport lm_eval/tasks reasons.jsonl}.
 */
public final class CoverageReport {

    private CoverageReport() {}

    public static void main(String[] args) throws IOException {
        System.exit(run(System.out, System.err, args));
    }

    /** Returns the exit code: 0 if the report was made, 2 if the caller has to change something. */
    static int run(PrintStream out, PrintStream err, String... words) throws IOException {
        if (words.length < 1 || words.length > 2 || !Files.isDirectory(Path.of(words[0]))) {
            err.println(
                    "Give a folder of task files, such as lm_eval/tasks, and if you want the reason for each task that"
                            + " does not run, a file to write.");
            return 2;
        }
        try {
            Coverage coverage = Coverage.of(TaskLibrary.of(Path.of(words[0])), Lmeh.functions());
            out.print(coverage.table());
            if (words.length == 2) {
                Files.writeString(Path.of(words[1]), coverage.jsonLines());
                out.println("The reason for each is in " + words[1] + ".");
            }
            return 0;
        } catch (MlQosException e) {
            err.println(e.getMessage());
            return 2;
        }
    }
}
