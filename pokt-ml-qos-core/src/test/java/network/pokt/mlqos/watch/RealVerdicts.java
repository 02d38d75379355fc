package network.pokt.mlqos.watch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.zip.ZipInputStream;
import network.pokt.mlqos.SharedData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one real model got right on every document of a benchmark.
 *
 * @param model the model
 * @param size how many documents there are
 * @param right those it got right
 */
record RealVerdicts(String model, int size, BitSet right) {

    double accuracy() {
        return (double) right.cardinality() / size;
    }

    boolean right(int item) {
        return right.get(item);
    }

    /** Four models of OpenAI on the 1,319 questions of GSM8K, as graded by the authors of the data set. */
    static List<RealVerdicts> gsm8k() {
        List<JsonNode> rows = lines(SharedData.path("data/gsm8k/example_model_solutions.jsonl")).stream()
                .map(JsonMapper.shared()::readTree)
                .toList();
        List<RealVerdicts> models = new ArrayList<>();
        for (String model : List.of("175b_verification", "6b_verification", "175b_finetuning", "6b_finetuning")) {
            BitSet right = new BitSet();
            for (int item = 0; item < rows.size(); item++) {
                right.set(item, rows.get(item).path(model).path("is_correct").asBoolean());
            }
            models.add(new RealVerdicts(model, rows.size(), right));
        }
        return models;
    }

    /**
     * Three models on the 10,042 rows of HellaSwag. The log-likelihoods come without the right endings, so right is here what the
     * three together find most probable: real answers and real dependence between models, but no accuracy on HellaSwag.
     */
    static List<RealVerdicts> hellaswag() {
        List<String> names = List.of("meta-llama--Llama-3.2-1B", "Qwen--Qwen2.5-1.5B", "EleutherAI--pythia-1b");
        List<double[][]> models =
                names.stream().map(RealVerdicts::logLikelihoods).toList();
        int size = models.get(0).length;
        double[][] joint = new double[size][4];
        models.forEach(model -> {
            for (int item = 0; item < size; item++) {
                for (int option = 0; option < 4; option++) {
                    joint[item][option] += model[item][option];
                }
            }
        });
        List<RealVerdicts> verdicts = new ArrayList<>();
        for (int model = 0; model < names.size(); model++) {
            BitSet right = new BitSet();
            for (int item = 0; item < size; item++) {
                right.set(item, best(models.get(model)[item]) == best(joint[item]));
            }
            verdicts.add(new RealVerdicts(names.get(model), size, right));
        }
        return verdicts;
    }

    /** Meta-Llama-3-8B on the 12,032 questions of MMLU-Pro, five-shot; an answer that could not be extracted is wrong. */
    static RealVerdicts mmluPro() {
        Path file = SharedData.path("data/model_outputs/mmlu_pro/model_outputs_Meta-Llama-3-8B_5shots.zip");
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            zip.getNextEntry();
            JsonNode rows = JsonMapper.shared().readTree(zip.readAllBytes());
            BitSet right = new BitSet();
            for (int item = 0; item < rows.size(); item++) {
                JsonNode row = rows.get(item);
                right.set(
                        item,
                        row.path("answer").asString("").equals(row.path("pred").asString("-")));
            }
            return new RealVerdicts("Meta-Llama-3-8B", rows.size(), right);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[][] logLikelihoods(String model) {
        return lines(SharedData.path("data/model_outputs/hellaswag_ll/" + model + ".csv")).stream()
                .skip(1)
                .map(line -> Arrays.stream(line.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
    }

    private static int best(double[] options) {
        int best = 0;
        for (int option = 1; option < options.length; option++) {
            best = options[option] > options[best] ? option : best;
        }
        return best;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
