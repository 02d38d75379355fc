package network.pokt.mlqos.diffusion.task;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import network.pokt.mlqos.diffusion.api.Drawing;
import network.pokt.mlqos.diffusion.api.ImageRequest;
import network.pokt.mlqos.diffusion.api.ReturnedImage;
import network.pokt.mlqos.diffusion.image.Decoding;
import network.pokt.mlqos.diffusion.image.ImageDecoder;
import network.pokt.mlqos.diffusion.image.ImageFault;
import network.pokt.mlqos.diffusion.image.RgbImage;
import network.pokt.mlqos.diffusion.signal.Conformity;
import network.pokt.mlqos.diffusion.signal.Degeneracy;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.task.Reply;
import network.pokt.mlqos.task.Sample;
import network.pokt.mlqos.task.Score;

/** One prompt. */
record ImageSample(int index, ImageRequest request, List<ImageScorer> scorers, ImageDecoder decoder) implements Sample {

    @Override
    public List<Ask> asks() {
        return List.of(new Ask.Generate(
                Ask.Context.text(request.prompt()), Settings.of(request).generation()));
    }

    @Override
    public Score score(List<Reply> replies) {
        List<ReturnedImage> images = ReplyText.read(((Reply.Generated) replies.get(0)).text());
        List<Decoding> decodings = images.stream().map(this::decoding).toList();
        Drawing drawing = new Drawing(request, images, decodings, Duration.ZERO, Optional.empty());
        List<RgbImage> pictures = drawing.pictures();
        List<RgbImage> usable =
                pictures.stream().filter(picture -> !picture.isBlack()).toList();
        List<Double> values = new ArrayList<>();
        for (ImageScorer scorer : scorers) {
            values.add(usable.stream()
                    .mapToDouble(picture -> scorer.score(request.prompt(), picture))
                    .average()
                    .orElse(0));
        }
        boolean sound = Conformity.of(drawing).isEmpty()
                && pictures.stream().allMatch(picture -> Degeneracy.of(picture).isEmpty());
        values.add(sound ? 1.0 : 0.0);
        values.add(pictures.isEmpty() ? 0 : (double) (pictures.size() - usable.size()) / pictures.size());
        return Score.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private Decoding decoding(ReturnedImage image) {
        return image instanceof ReturnedImage.Embedded embedded
                ? decoder.decodeBase64(embedded.base64())
                : new Decoding.Rejected(ImageFault.EMPTY, "The node sent a link, which is not followed.");
    }
}
