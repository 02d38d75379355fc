package network.pokt.mlqos.diffusion.image;

import static network.pokt.mlqos.diffusion.image.Files.chunk;
import static network.pokt.mlqos.diffusion.image.Files.cut;
import static network.pokt.mlqos.diffusion.image.Files.deflate;
import static network.pokt.mlqos.diffusion.image.Files.end;
import static network.pokt.mlqos.diffusion.image.Files.join;
import static network.pokt.mlqos.diffusion.image.Files.png;
import static network.pokt.mlqos.diffusion.image.Files.signature;
import static network.pokt.mlqos.diffusion.image.Files.webp;
import static network.pokt.mlqos.diffusion.image.Files.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HostileImageTest {

    /** A file and what is to become of it: a fault, or none. */
    private record Case(String name, byte[] file, ImageFault fault) {}

    /** Whatever a file of a few kilobytes says, it may not make us allocate more than this. */
    private static final long MOST_BYTES = 64 << 20;

    private final ImageDecoder decoder = ImageDecoder.of(new ImageLimits(4 << 20, 2048, 1 << 20));

    @Test
    void forty_hostile_and_unusual_files_get_the_right_verdict_in_bounded_memory() {
        List<Case> cases = cases();
        assertThat(cases).hasSizeGreaterThanOrEqualTo(40);
        decoder.decode(Files.jpeg(false));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (Case hostile : cases) {
            long before = threads.getCurrentThreadAllocatedBytes();
            Decoding decoding = decoder.decode(hostile.file());
            long allocated = threads.getCurrentThreadAllocatedBytes() - before;

            assertThat(allocated).as(hostile.name()).isLessThan(MOST_BYTES);
            if (hostile.fault() == null) {
                assertThat(decoding).as(hostile.name()).isNotInstanceOf(Decoding.Rejected.class);
            } else {
                assertThat(decoding).as(hostile.name()).isInstanceOf(Decoding.Rejected.class);
                assertThat(((Decoding.Rejected) decoding).fault())
                        .as(hostile.name() + ": " + ((Decoding.Rejected) decoding).detail())
                        .isEqualTo(hostile.fault());
            }
        }
    }

    @Test
    void no_damage_to_a_sound_file_throws() {
        SplittableRandom random = new SplittableRandom(40);
        List<byte[]> sound = List.of(png(), Files.jpeg(false), Files.jpeg(true), lossless(24, 18));
        for (int round = 0; round < 2000; round++) {
            byte[] file = sound.get(round % sound.size()).clone();
            for (int i = 0; i <= random.nextInt(4); i++) {
                file[random.nextInt(file.length)] = (byte) random.nextInt(256);
            }
            byte[] damaged = random.nextInt(3) == 0 ? cut(file, random.nextInt(file.length)) : file;

            assertThatCode(() -> decoder.decode(damaged)).as("round %d", round).doesNotThrowAnyException();
        }
    }

    @Test
    void a_format_that_was_declared_has_to_be_true() {
        assertThat(decoder.decode(png(), ImageFormat.JPEG))
                .isEqualTo(
                        new Decoding.Rejected(ImageFault.OTHER_FORMAT, "The picture is a PNG and should be a JPEG."));
        assertThat(decoder.decode(png(), ImageFormat.PNG)).isInstanceOf(Decoding.Picture.class);
    }

    @Test
    void base64_is_read_strictly_with_or_without_a_data_uri() {
        String text = Base64.getEncoder().encodeToString(png());

        assertThat(decoder.decodeBase64(text)).isInstanceOf(Decoding.Picture.class);
        assertThat(decoder.decodeBase64("data:image/png;base64," + text)).isInstanceOf(Decoding.Picture.class);
        assertThat(fault("data:image/jpeg;base64," + text)).isEqualTo(ImageFault.OTHER_FORMAT);
        assertThat(fault("")).isEqualTo(ImageFault.EMPTY);
        assertThat(fault("data:image/png," + text)).isEqualTo(ImageFault.NOT_BASE64);
        assertThat(fault(text + "\n")).isEqualTo(ImageFault.NOT_BASE64);
        assertThat(fault("*" + text.substring(1))).isEqualTo(ImageFault.NOT_BASE64);
        assertThat(fault(text.substring(0, 40)
                        .replace('i', '-')
                        .replace('/', '_')
                        .replace('A', '-')))
                .isEqualTo(ImageFault.NOT_BASE64);
        assertThat(fault("iVBORx==")).isEqualTo(ImageFault.NOT_BASE64);
        assertThat(fault("A".repeat(6 << 20))).isEqualTo(ImageFault.TOO_MANY_BYTES);
    }

    private ImageFault fault(String base64) {
        return ((Decoding.Rejected) decoder.decodeBase64(base64)).fault();
    }

    private static List<Case> cases() {
        byte[] png = png();
        byte[] jpeg = Files.jpeg(false);
        int frame = Files.frame(jpeg);
        byte[] gray = new byte[8 * 9];
        List<Case> cases = new ArrayList<>();
        // Sound, if unusual.
        cases.add(new Case("png", png, null));
        cases.add(new Case("baseline jpeg", jpeg, null));
        cases.add(new Case("progressive jpeg", Files.jpeg(true), null));
        cases.add(new Case("16-bit png", png(8, 8, 16, 2, 0, new byte[8 * 49]), null));
        cases.add(new Case("interlaced png", png(1, 1, 8, 0, 1, new byte[2]), null));
        cases.add(new Case("1-bit png", png(8, 8, 1, 0, 0, new byte[16]), null));
        cases.add(new Case("palette png", png(8, 8, 8, 3, 0, gray, chunk("PLTE", new byte[3])), null));
        cases.add(new Case("lossless webp", lossless(24, 18), null));
        cases.add(new Case("png with a compressed text bomb beside", withBombText(), null));
        // Bombs.
        cases.add(new Case(
                "png that says 100000 x 100000", png(100_000, 100_000, 8, 0, 0, new byte[100]), ImageFault.TOO_LARGE));
        cases.add(new Case("png of 4294967295", withHeader(0xff, 0xff, 0xff, 0xff), ImageFault.TOO_LARGE));
        cases.add(new Case("png of no width", png(0, 8, 8, 0, 0, gray), ImageFault.BAD_HEADER));
        cases.add(new Case(
                "png whose data inflates to 40 MB", png(8, 8, 8, 0, 0, new byte[40_000_000]), ImageFault.CORRUPT));
        cases.add(new Case(
                "jpeg that says 65535 x 65535", with(jpeg, frame + 5, 255, 255, 255, 255), ImageFault.TOO_LARGE));
        cases.add(new Case("jpeg of no height", with(jpeg, frame + 5, 0, 0), ImageFault.BAD_HEADER));
        cases.add(new Case("webp that says 16384 x 16384", lossless(16384, 16384), ImageFault.TOO_LARGE));
        cases.add(new Case("more bytes than the limit", new byte[(4 << 20) + 1], ImageFault.TOO_MANY_BYTES));
        cases.add(new Case(
                "png with a chunk of 2 GB",
                join(cut(png, 33), new byte[] {127, -1, -1, -1, 'I', 'D', 'A', 'T'}),
                ImageFault.TRUNCATED));
        cases.add(new Case("jpeg with a hundred scans", manyScans(jpeg), ImageFault.BAD_HEADER));
        // Cut or damaged.
        cases.add(new Case("nothing", new byte[0], ImageFault.EMPTY));
        cases.add(new Case("png cut in its pixels", cut(png, png.length - 30), ImageFault.TRUNCATED));
        cases.add(new Case("png without its end", cut(png, png.length - 12), ImageFault.TRUNCATED));
        cases.add(new Case("png signature alone", signature(), ImageFault.TRUNCATED));
        cases.add(new Case(
                "png with a wrong checksum",
                with(png, png.length - 20, png[png.length - 20] ^ 1),
                ImageFault.BAD_CHECKSUM));
        cases.add(new Case("png header with a wrong checksum", with(png, 19, 99), ImageFault.BAD_CHECKSUM));
        cases.add(new Case("png with too few rows", png(8, 8, 8, 0, 0, new byte[60]), ImageFault.CORRUPT));
        cases.add(new Case("png with too many rows", png(8, 8, 8, 0, 0, new byte[90]), ImageFault.CORRUPT));
        cases.add(new Case("png with a filter that is none", png(8, 8, 8, 0, 0, with(gray, 9, 7)), ImageFault.CORRUPT));
        cases.add(new Case("png whose data is no zlib", notZlib(), ImageFault.CORRUPT));
        cases.add(new Case("png without data", join(cut(png, 33), end()), ImageFault.BAD_HEADER));
        cases.add(new Case("palette png without a palette", png(8, 8, 8, 3, 0, gray), ImageFault.BAD_HEADER));
        cases.add(new Case(
                "palette png outside its palette",
                png(8, 8, 8, 3, 0, with(gray, 5, 9), chunk("PLTE", new byte[3])),
                ImageFault.CORRUPT));
        cases.add(new Case("png of colour type 5", png(8, 8, 8, 5, 0, gray), ImageFault.BAD_HEADER));
        cases.add(new Case(
                "png with an unknown critical chunk",
                png(8, 8, 8, 0, 0, gray, chunk("EVIL", new byte[3])),
                ImageFault.BAD_HEADER));
        cases.add(new Case(
                "png with two headers", png(8, 8, 8, 0, 0, gray, chunk("IHDR", new byte[13])), ImageFault.BAD_HEADER));
        cases.add(new Case("jpeg cut in its pixels", cut(jpeg, jpeg.length - 40), ImageFault.TRUNCATED));
        cases.add(new Case(
                "jpeg cut and closed again",
                join(cut(jpeg, jpeg.length - 60), new byte[] {-1, -39}),
                ImageFault.CORRUPT));
        cases.add(new Case("jpeg start alone", cut(jpeg, 3), ImageFault.TRUNCATED));
        cases.add(new Case("jpeg without a scan", join(cut(jpeg, frame), new byte[] {-1, -39}), ImageFault.TRUNCATED));
        cases.add(new Case("webp cut short", cut(lossless(24, 18), 22), ImageFault.TRUNCATED));
        cases.add(new Case("webp without a picture", webp("EXIF", new byte[20]), ImageFault.BAD_HEADER));
        // What no model draws.
        cases.add(new Case("cmyk jpeg", with(jpeg, frame + 9, 4), ImageFault.UNUSUAL));
        cases.add(new Case("12-bit jpeg", with(jpeg, frame + 4, 12), ImageFault.UNUSUAL));
        cases.add(new Case("arithmetic jpeg", with(jpeg, frame + 1, 0xc9), ImageFault.UNUSUAL));
        cases.add(new Case("animated png", png(8, 8, 8, 0, 0, gray, chunk("acTL", new byte[8])), ImageFault.ANIMATED));
        cases.add(new Case(
                "animated webp", webp("VP8X", new byte[] {2, 0, 0, 0, 7, 0, 0, 7, 0, 0}), ImageFault.ANIMATED));
        cases.add(new Case("gif", "GIF89a\1\0\1\0".getBytes(StandardCharsets.ISO_8859_1), ImageFault.UNKNOWN_FORMAT));
        cases.add(new Case(
                "svg",
                "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8),
                ImageFault.UNKNOWN_FORMAT));
        cases.add(new Case("a page", "<html>busy</html>".getBytes(StandardCharsets.UTF_8), ImageFault.UNKNOWN_FORMAT));
        // Two things at once.
        cases.add(new Case(
                "png and zip", join(png, "PK\3\4".getBytes(StandardCharsets.ISO_8859_1)), ImageFault.TRAILING_DATA));
        cases.add(new Case(
                "jpeg and script", join(jpeg, "<script>".getBytes(StandardCharsets.UTF_8)), ImageFault.TRAILING_DATA));
        cases.add(new Case("webp and more", join(lossless(24, 18), new byte[9]), ImageFault.TRAILING_DATA));
        return cases;
    }

    private static byte[] lossless(int width, int height) {
        int bits = width - 1 | (height - 1) << 14;
        return webp("VP8L", join(new byte[] {0x2f}, Files.le32(bits), new byte[3]));
    }

    private static byte[] withBombText() {
        byte[] text = join("Comment\0\0".getBytes(StandardCharsets.ISO_8859_1), deflate(new byte[50_000_000]));
        return png(8, 8, 8, 0, 0, new byte[72], chunk("zTXt", text));
    }

    private static byte[] withHeader(int... width) {
        byte[] header = with(new byte[] {0, 0, 0, 0, 0, 0, 0, 8, 8, 0, 0, 0, 0}, 0, width);
        return join(signature(), chunk("IHDR", header), chunk("IDAT", deflate(new byte[9])), end());
    }

    private static byte[] notZlib() {
        byte[] header = {0, 0, 0, 8, 0, 0, 0, 8, 8, 0, 0, 0, 0};
        return join(signature(), chunk("IHDR", header), chunk("IDAT", new byte[] {1, 2, 3, 4}), end());
    }

    private static byte[] manyScans(byte[] jpeg) {
        int scan = 0;
        while (jpeg[scan] != (byte) 0xff || jpeg[scan + 1] != (byte) 0xda) {
            scan++;
        }
        byte[] pixels = Arrays.copyOfRange(jpeg, scan, jpeg.length - 2);
        byte[] file = cut(jpeg, scan);
        for (int i = 0; i < 100; i++) {
            file = join(file, pixels);
        }
        return join(file, new byte[] {-1, -39});
    }
}
