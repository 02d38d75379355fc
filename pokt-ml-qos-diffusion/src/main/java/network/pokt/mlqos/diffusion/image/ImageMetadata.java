package network.pokt.mlqos.diffusion.image;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a file says beside its pixels. All of it can be forged and may be absent.
 *
 * @param texts texts by their keyword: of a PNG those of {@code tEXt} and uncompressed {@code iTXt}, of a JPEG
 *     {@code UserComment} from EXIF and {@code Comment}; at most 32 of at most 64 KiB
 * @param contentCredentials whether there is a C2PA manifest; its signature is not checked
 */
public record ImageMetadata(Map<String, String> texts, boolean contentCredentials) {

    /** No metadata. */
    public static final ImageMetadata NONE = new ImageMetadata(Map.of(), false);

    static final int MAX_TEXTS = 32;
    static final int MAX_TEXT = 1 << 16;

    /** Copies the texts. */
    public ImageMetadata {
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }
}
