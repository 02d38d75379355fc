package network.pokt.mlqos.diffusion.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ImageDecoderTest {

    private final ImageDecoder decoder = ImageDecoder.create();

    @Test
    void what_is_encoded_comes_back_pixel_by_pixel_and_javas_reader_agrees() throws IOException {
        byte[] file = PngEncoder.encode(Files.SCENE);
        BufferedImage theirs = ImageIO.read(new ByteArrayInputStream(file));

        RgbImage image = picture(file).image();

        assertThat(image).isEqualTo(Files.SCENE);
        assertThat(image.sha256()).isEqualTo(Files.SCENE.sha256());
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                assertThat(theirs.getRGB(x, y) >> 16 & 0xff).isEqualTo(image.red(x, y));
            }
        }
    }

    @Test
    void files_of_javas_writer_are_read_as_it_wrote_them() throws IOException {
        for (int type : new int[] {
            BufferedImage.TYPE_INT_RGB,
            BufferedImage.TYPE_INT_ARGB,
            BufferedImage.TYPE_BYTE_GRAY,
            BufferedImage.TYPE_BYTE_INDEXED,
            BufferedImage.TYPE_BYTE_BINARY
        }) {
            BufferedImage theirs = new BufferedImage(37, 23, type);
            for (int y = 0; y < 23; y++) {
                for (int x = 0; x < 37; x++) {
                    theirs.setRGB(x, y, 0xff000000 | (x * 6) << 16 | (y * 9) << 8 | (x * y) & 0xff);
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(theirs, "png", out);

            RgbImage ours = picture(out.toByteArray()).image();

            boolean gray = type == BufferedImage.TYPE_BYTE_GRAY;
            for (int y = 0; y < 23; y++) {
                for (int x = 0; x < 37; x++) {
                    int expected = gray ? theirs.getRaster().getSample(x, y, 0) : theirs.getRGB(x, y) >> 16 & 0xff;
                    assertThat(ours.red(x, y))
                            .as("type %d at %d, %d", type, x, y)
                            .isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void an_interlaced_picture_is_put_together_again() {
        // Passes 1 to 7 of 3 x 3 pixels: 1, 0, 0, 1 of row 0; then the rest.
        byte[] raw = {0, 10, 0, 12, 0, 30, 32, 0, 11, 0, 31, 0, 20, 21, 22};
        RgbImage image = picture(Files.png(3, 3, 8, 0, 1, raw)).image();

        assertThat(image.red(0, 0)).isEqualTo(10);
        assertThat(image.red(2, 0)).isEqualTo(12);
        assertThat(image.red(1, 0)).isEqualTo(11);
        assertThat(image.red(0, 2)).isEqualTo(30);
        assertThat(image.red(2, 2)).isEqualTo(32);
        assertThat(image.red(1, 1)).isEqualTo(21);
    }

    @Test
    void transparency_is_put_onto_white() {
        byte[] row = {0, 0, 0, 0, 0, 100, 0, 0, (byte) 255};
        RgbImage image = picture(Files.png(2, 1, 8, 6, 0, row)).image();

        assertThat(image.red(0, 0)).isEqualTo(255);
        assertThat(image.red(1, 0)).isEqualTo(100);
        assertThat(image.green(1, 0)).isZero();
    }

    @Test
    void a_jpeg_comes_back_close_to_what_it_was() {
        for (boolean progressive : new boolean[] {false, true}) {
            Decoding.Picture picture = picture(Files.jpeg(progressive));

            assertThat(picture.header()).isEqualTo(new ImageHeader(ImageFormat.JPEG, 24, 18, 8, 3));
            assertThat(picture.image().red(20, 4)).isCloseTo(200, within(30));
        }
    }

    @Test
    void a_webp_is_read_as_far_as_its_header() {
        byte[] extended = {0x10, 0, 0, 0, (byte) 255, 1, 0, (byte) 255, 2, 0};

        assertThat(decoder.decode(Files.webp("VP8X", extended)))
                .isEqualTo(
                        new Decoding.HeaderOnly(new ImageHeader(ImageFormat.WEBP, 512, 768, 8, 4), ImageMetadata.NONE));
    }

    @Test
    void texts_and_content_credentials_of_a_png_are_found() {
        byte[] international = "prompt\0\0\0en\0\0ein Apfel €".getBytes(StandardCharsets.UTF_8);
        Decoding.Picture plain = picture(PngEncoder.encode(Files.SCENE, Map.of("parameters", "a fox\nSteps: 20")));
        Decoding.Picture other = picture(Files.png(
                8, 8, 8, 0, 0, new byte[72], Files.chunk("iTXt", international), Files.chunk("caBX", new byte[8])));

        assertThat(plain.metadata()).isEqualTo(new ImageMetadata(Map.of("parameters", "a fox\nSteps: 20"), false));
        assertThat(other.metadata()).isEqualTo(new ImageMetadata(Map.of("prompt", "ein Apfel €"), true));
    }

    @Test
    void the_user_comment_of_a_jpeg_is_found() {
        byte[] comment = "ASCII\0\0\0Steps: 30, Seed: 7".getBytes(StandardCharsets.US_ASCII);
        byte[] exif = Files.join(
                "Exif\0\0II*\0".getBytes(StandardCharsets.ISO_8859_1),
                Files.le32(8),
                new byte[] {1, 0, 0x69, (byte) 0x87, 4, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0, 0, 0, 0},
                new byte[] {
                    1, 0, (byte) 0x86, (byte) 0x92, 7, 0, (byte) comment.length, 0, 0, 0, 44, 0, 0, 0, 0, 0, 0, 0
                },
                comment);
        byte[] jpeg = Files.jpeg(false);
        byte[] file = Files.join(
                new byte[] {-1, -40, -1, (byte) 0xe1, 0, (byte) (exif.length + 2)},
                exif,
                Arrays.copyOfRange(jpeg, 2, jpeg.length));

        assertThat(picture(file).metadata().texts()).containsEntry("UserComment", "Steps: 30, Seed: 7");
    }

    @Test
    void area_averaging_gives_each_pixel_the_share_that_it_covers() {
        GrayImage image = GrayImage.of(3, 1, new byte[] {0, 90, (byte) 180});

        assertThat(AreaScale.scale(image, 2, 1)[0]).containsExactly(new double[] {30, 150}, within(1e-12));
        assertThat(AreaScale.scale(image, 3, 1)[0]).containsExactly(new double[] {0, 90, 180}, within(1e-12));
        assertThat(AreaScale.scale(image, 1, 1)[0][0]).isCloseTo(90, within(1e-12));
    }

    private Decoding.Picture picture(byte[] file) {
        assertThat(decoder.decode(file)).isInstanceOf(Decoding.Picture.class);
        return (Decoding.Picture) decoder.decode(file);
    }
}
