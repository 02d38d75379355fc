package network.pokt.mlqos.diffusion.image;

import java.util.Locale;
import java.util.Optional;

/** The formats in which image nodes answer. */
public enum ImageFormat {
    PNG("image/png"),
    JPEG("image/jpeg"),
    /** Known by its header only: Java has no decoder for it. */
    WEBP("image/webp");

    private final String mediaType;

    ImageFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Returns the media type. */
    public String mediaType() {
        return mediaType;
    }

    /** Returns the format of a media type or a name such as {@code png} or {@code jpg}, empty if it is none of these. */
    public static Optional<ImageFormat> named(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "png", "image/png" -> Optional.of(PNG);
            case "jpg", "jpeg", "image/jpeg", "image/jpg" -> Optional.of(JPEG);
            case "webp", "image/webp" -> Optional.of(WEBP);
            default -> Optional.empty();
        };
    }
}
