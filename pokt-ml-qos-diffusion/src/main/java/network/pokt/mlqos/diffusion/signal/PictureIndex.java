package network.pokt.mlqos.diffusion.signal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.pokt.mlqos.diffusion.api.ImageRequest;
import network.pokt.mlqos.diffusion.image.RgbImage;

/**
 * Remembers pictures by their pixels and their look, to notice one that was served before: to the same or another question, by the
 * same or another node. Not thread-safe.
 *
 * <p>A picture takes some hundred bytes; the oldest are forgotten beyond the capacity. Flat pictures look all alike and are found
 * by their pixels only.
 */
public final class PictureIndex {

    /** The usual bound of pHash for one picture that was recompressed. */
    private static final int NEAR = 10;

    private static final double FLAT_DEVIATION = 2;

    private final int capacity;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Entry> byPixels = new HashMap<>();

    private record Entry(String node, ImageRequest request, String pixels, PerceptualHash look, boolean flat) {}

    /**
     * A picture that was seen before.
     *
     * @param node who served it then
     * @param request what it answered then
     * @param exact whether its pixels are equal, rather than its look
     */
    public record Seen(String node, ImageRequest request, boolean exact) {}

    /** Begins with nothing; it keeps up to {@code capacity} pictures, at least 1. */
    public PictureIndex(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("An index keeps at least 1 picture, got " + capacity + ".");
        }
        this.capacity = capacity;
    }

    /**
     * Remembers a picture and returns where it was seen before in answer to another request: another prompt, seed, size or number
     * of steps. The same request may honestly give the same picture.
     */
    public Optional<Seen> add(String node, ImageRequest request, RgbImage image) {
        boolean flat = PictureStatistics.of(image.gray()).standardDeviation() < FLAT_DEVIATION;
        PerceptualHash look = PerceptualHash.of(PerceptualHash.Kind.FREQUENCY, image);
        Entry entry = new Entry(node, request, image.sha256(), look, flat);
        Optional<Seen> seen = find(entry);
        if (entries.size() == capacity) {
            Entry oldest = entries.remove(0);
            byPixels.remove(oldest.pixels(), oldest);
        }
        entries.add(entry);
        byPixels.putIfAbsent(entry.pixels(), entry);
        return seen;
    }

    private Optional<Seen> find(Entry entry) {
        Entry same = byPixels.get(entry.pixels());
        if (same != null && !same.request().equals(entry.request())) {
            return Optional.of(new Seen(same.node(), same.request(), true));
        }
        if (entry.flat()) {
            return Optional.empty();
        }
        return entries.stream()
                .filter(other -> !other.flat()
                        && !other.request().equals(entry.request())
                        && other.look().distance(entry.look()) <= NEAR)
                .findFirst()
                .map(other -> new Seen(other.node(), other.request(), false));
    }
}
