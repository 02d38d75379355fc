package network.pokt.mlqos.lmeh.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Where the files of a run are: in a folder of the model's name below the output path, or beside it if the path ends in
 * {@code .json}; each name has the time of the run in it. Immutable.
 */
public final class ResultFiles {

    private static final String JSON = ".json";

    private final Path folder;
    private final String resultsName;
    private final String time;

    private ResultFiles(Path folder, String resultsName, String time) {
        this.folder = folder;
        this.resultsName = resultsName;
        this.time = time;
    }

    /**
     * Returns the files of a run.
     *
     * @param outputPath a folder, or a file ending in {@code .json}
     * @param modelName the model's name, which becomes a folder
     * @param time local time, in the names to the microsecond
     */
    public static ResultFiles at(Path outputPath, String modelName, LocalDateTime time) {
        String stamp = stamp(time);
        String name = String.valueOf(outputPath.getFileName());
        if (name.endsWith(JSON)) {
            Path folder = outputPath.resolveSibling("");
            return new ResultFiles(folder, name.substring(0, name.length() - JSON.length()), stamp);
        }
        return new ResultFiles(outputPath.resolve(RunResults.sanitized(modelName)), "results", stamp);
    }

    /** Returns where the results are. */
    public Path results() {
        return folder.resolve(resultsName + "_" + time + JSON);
    }

    /** Returns where the samples of a task are. */
    public Path samples(String task) {
        return folder.resolve("samples_" + RunResults.sanitized(task) + "_" + time + ".jsonl");
    }

    /** Creates the samples file of a task. */
    public SamplesFile createSamples(String task, List<String> filters) {
        return SamplesFile.create(samples(task), filters);
    }

    /** Writes the results, whole or not at all. */
    public void write(RunResults results) {
        Path file = results();
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(folder);
            Files.writeString(part, results.json());
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The results file " + file + " cannot be written (" + e + "); check the folder.", e);
        }
    }

    /** Python's {@code isoformat}, with {@code -} for {@code :}; whole seconds have no fraction. */
    private static String stamp(LocalDateTime time) {
        LocalDateTime micros = time.truncatedTo(ChronoUnit.MICROS);
        String seconds = "%tF".formatted(micros) + "T%tH-%tM-%tS".formatted(micros, micros, micros);
        int fraction = micros.get(ChronoField.MICRO_OF_SECOND);
        return fraction == 0 ? seconds : seconds + ".%06d".formatted(fraction);
    }
}
