package network.pokt.mlqos.diffusion.image;

import java.util.Optional;

/**
 * Reads files that come from nodes: everything is checked before it costs memory, and nothing that is wrong is repaired.
 *
 * <pre>{@code
 * ImageDecoder decoder = ImageDecoder.create();
 * if (decoder.decode(bytes) instanceof Decoding.Picture picture) {
 *     picture.image().sha256();
 * }
 * }</pre>
 *
 * <p>PNG is decoded here in all its kinds except animation, JPEG with Java's own reader, WebP is read as far as its header. A file
 * is one picture from its first byte to its last. Immutable and thread-safe.
 */
public final class ImageDecoder {

    private final ImageLimits limits;

    private ImageDecoder(ImageLimits limits) {
        this.limits = limits;
    }

    /** Returns a decoder with the {@linkplain ImageLimits#defaults() usual limits}. */
    public static ImageDecoder create() {
        return of(ImageLimits.defaults());
    }

    /** Returns a decoder with these limits. */
    public static ImageDecoder of(ImageLimits limits) {
        return new ImageDecoder(limits);
    }

    /** Decodes a file of any known format. */
    public Decoding decode(byte[] file) {
        return reading(file, Optional.empty());
    }

    /** Decodes a file that has to be of a format, such as the one that was asked for. */
    public Decoding decode(byte[] file, ImageFormat declared) {
        return reading(file, Optional.of(declared));
    }

    /** Decodes base64, with or without the beginning of a data URI; a format that the URI names has to be true. */
    public Decoding decodeBase64(String text) {
        try {
            Base64Text read = Base64Text.read(text, limits);
            return reading(read.bytes(), read.declared());
        } catch (ImageFaultException e) {
            return new Decoding.Rejected(e.fault(), e.detail());
        }
    }

    private Decoding reading(byte[] file, Optional<ImageFormat> declared) {
        try {
            return read(file, declared);
        } catch (ImageFaultException e) {
            return new Decoding.Rejected(e.fault(), e.detail());
        }
    }

    private Decoding read(byte[] file, Optional<ImageFormat> declared) {
        if (file.length == 0) {
            throw new ImageFaultException(ImageFault.EMPTY, "The picture has no bytes.");
        }
        if (file.length > limits.bytes()) {
            throw new ImageFaultException(
                    ImageFault.TOO_MANY_BYTES,
                    "The picture has " + file.length + " bytes, more than the limit of " + limits.bytes() + ".");
        }
        ImageFormat format = format(new Bytes(file));
        if (declared.isPresent() && declared.get() != format) {
            throw new ImageFaultException(
                    ImageFault.OTHER_FORMAT, "The picture is a " + format + " and should be a " + declared.get() + ".");
        }
        return switch (format) {
            case PNG -> {
                PngFile png = new PngFile(file, limits);
                yield new Decoding.Picture(png.header, PngPixels.read(png), png.metadata());
            }
            case JPEG -> {
                JpegFile jpeg = new JpegFile(file, limits);
                yield new Decoding.Picture(jpeg.header(), JpegPixels.read(file, jpeg.header()), jpeg.metadata());
            }
            case WEBP -> {
                WebpFile webp = new WebpFile(file, limits);
                yield new Decoding.HeaderOnly(webp.header(), webp.metadata());
            }
        };
    }

    private static ImageFormat format(Bytes bytes) {
        if (PngFile.isOne(bytes)) {
            return ImageFormat.PNG;
        } else if (JpegFile.isOne(bytes)) {
            return ImageFormat.JPEG;
        } else if (WebpFile.isOne(bytes)) {
            return ImageFormat.WEBP;
        }
        throw new ImageFaultException(ImageFault.UNKNOWN_FORMAT, "The bytes are no PNG, JPEG or WebP.");
    }
}
