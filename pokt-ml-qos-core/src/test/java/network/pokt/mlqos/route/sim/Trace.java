package network.pokt.mlqos.route.sim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** Arrivals and lengths of real requests: the Azure LLM inference traces of November 2023 (CC-BY 4.0, Patel et al., Splitwise). */
record Trace(List<Arrival> arrivals) {

    /** One request: seconds since the first, tokens of prompt and answer. */
    record Arrival(double at, long prompt, long output) {}

    static Trace read(Path csv) throws IOException {
        List<Arrival> arrivals = new ArrayList<>();
        double first = Double.NaN;
        for (String line :
                Files.readAllLines(csv).subList(1, (int) Files.lines(csv).count())) {
            String[] cells = line.split(",");
            double at = LocalTime.parse(cells[0].substring(11)).toNanoOfDay() / 1e9;
            first = Double.isNaN(first) ? at : first;
            arrivals.add(new Arrival(at - first, Long.parseLong(cells[1]), Math.max(1, Long.parseLong(cells[2]))));
        }
        return new Trace(List.copyOf(arrivals));
    }

    /** Returns a run of {@code n} arrivals from {@code from} on, in their order, with times stretched to {@code rate} per second. */
    Trace slice(int from, int n, double rate) {
        List<Arrival> part = arrivals.subList(from, from + n);
        double start = part.get(0).at();
        double stretch = n / rate / (part.get(n - 1).at() - start);
        return new Trace(part.stream()
                .map(a -> new Arrival((a.at() - start) * stretch, a.prompt(), a.output()))
                .toList());
    }

    double meanOutput() {
        return arrivals.stream().mapToLong(Arrival::output).average().orElseThrow();
    }

    double meanPrompt() {
        return arrivals.stream().mapToLong(Arrival::prompt).average().orElseThrow();
    }
}
