package network.pokt.mlqos.lmeh.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Closeness by embeddings: the cosine of the angle between those of answer and candidate, from -1 to 1.
 *
 * @param endpoint where they are, {@code POST /v1/embeddings} of OpenAI's interface
 * @param model its name there
 * @param wording how texts are put to it
 * @param instruction what it is to look for
 */
public record Embeddings(JsonEndpoint endpoint, String model, Wording wording, String instruction)
        implements Closeness {

    /** Returns embeddings with the usual instruction. */
    public static Embeddings of(JsonEndpoint endpoint, String model, Wording wording) {
        return new Embeddings(endpoint, model, wording, Wording.INSTRUCTION);
    }

    @Override
    public double[] of(String answer, List<String> candidates) {
        List<String> texts = new ArrayList<>();
        texts.add(wording.answer(answer, instruction));
        candidates.forEach(each -> texts.add(wording.candidate(each, instruction)));
        String request = JsonMapper.shared().writeValueAsString(Map.of("model", model, "input", texts));
        double[][] vectors = vectors(Answers.parse(endpoint.post("/v1/embeddings", request)), texts.size());
        double[] closeness = new double[candidates.size()];
        for (int i = 0; i < closeness.length; i++) {
            closeness[i] = cosine(vectors[0], vectors[i + 1]);
        }
        return closeness;
    }

    private static double[][] vectors(JsonNode response, int count) {
        double[][] vectors = new double[count][];
        for (JsonNode each : response.path("data")) {
            int index = each.path("index").asInt(-1);
            if (index < 0 || index >= count || vectors[index] != null) {
                throw Answers.strange("an embedding has the index " + index);
            }
            double[] vector = new double[each.path("embedding").size()];
            for (int i = 0; i < vector.length; i++) {
                vector[i] = each.path("embedding").path(i).asDouble(Double.NaN);
            }
            vectors[index] = vector;
        }
        for (double[] vector : vectors) {
            if (vector == null || vector.length == 0 || vector.length != vectors[0].length) {
                throw Answers.strange("embeddings are missing or differ in length");
            }
        }
        return vectors;
    }

    private static double cosine(double[] a, double[] b) {
        double product = 0;
        double squaresOfA = 0;
        double squaresOfB = 0;
        for (int i = 0; i < a.length; i++) {
            product += a[i] * b[i];
            squaresOfA += a[i] * a[i];
            squaresOfB += b[i] * b[i];
        }
        double cosine = product / Math.sqrt(squaresOfA * squaresOfB);
        if (!Double.isFinite(cosine)) {
            throw Answers.strange("an embedding is zero or no number");
        }
        return cosine;
    }
}
