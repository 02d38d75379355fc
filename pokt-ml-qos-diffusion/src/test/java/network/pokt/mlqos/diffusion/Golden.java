package network.pokt.mlqos.diffusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import network.pokt.mlqos.SharedData;
import network.pokt.mlqos.diffusion.image.GrayImage;
import network.pokt.mlqos.diffusion.image.RgbImage;
import network.pokt.mlqos.diffusion.metric.Planes;
import org.assertj.core.data.Offset;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Reads values that other implementations computed. */
public final class Golden {

    private Golden() {}

    public static JsonNode file(String name) {
        return new ObjectMapper()
                .readTree(SharedData.path("golden/image").resolve(name).toFile());
    }

    public static List<JsonNode> cases(String name) {
        List<JsonNode> cases = new ArrayList<>();
        file(name).get("cases").forEach(cases::add);
        return cases;
    }

    /** Channels first, bytes. */
    public static Planes planes(JsonNode array, double scale) {
        byte[] bytes = bytes(array);
        int height = array.get("shape").get(1).asInt();
        int width = array.get("shape").get(2).asInt();
        double[][] channels = new double[array.get("shape").get(0).asInt()][width * height];
        for (int i = 0; i < bytes.length; i++) {
            channels[i / (width * height)][i % (width * height)] = (bytes[i] & 0xff) / scale;
        }
        return Planes.of(width, height, channels);
    }

    public static GrayImage gray(JsonNode array) {
        return GrayImage.of(
                array.get("shape").get(1).asInt(), array.get("shape").get(0).asInt(), bytes(array));
    }

    /** Channels last, bytes. */
    public static RgbImage rgb(JsonNode array) {
        return RgbImage.of(
                array.get("shape").get(1).asInt(), array.get("shape").get(0).asInt(), bytes(array));
    }

    public static double[] vector(JsonNode array) {
        double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).asDouble();
        }
        return values;
    }

    public static double[][] matrix(JsonNode array) {
        double[][] rows = new double[array.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = vector(array.get(i));
        }
        return rows;
    }

    /** Numbers as they are, infinity as a word. */
    public static double number(JsonNode value) {
        return value.isString() ? Double.parseDouble(value.asString().replace("inf", "Infinity")) : value.asDouble();
    }

    public static void assertAgrees(double actual, double expected, double relative, String what) {
        if (Double.isInfinite(expected)) {
            assertThat(actual).as(what).isEqualTo(expected);
        } else {
            assertThat(actual)
                    .as(what)
                    .isCloseTo(expected, Offset.offset(relative * Math.max(1e-3, Math.abs(expected))));
        }
    }

    private static byte[] bytes(JsonNode array) {
        return Base64.getDecoder().decode(array.get("data").asString());
    }
}
