package network.pokt.mlqos.samples.suppliertools;

import java.util.ArrayList;
import java.util.List;
import network.pokt.mlqos.relay.supplier.backend.Automatic1111;
import network.pokt.mlqos.relay.supplier.backend.Backend;
import network.pokt.mlqos.relay.supplier.backend.OpenAiServer;
import network.pokt.mlqos.relay.supplier.backend.PocketDiffusers;
import network.pokt.mlqos.relay.supplier.backend.TensorFlowServing;
import network.pokt.mlqos.relay.supplier.backend.TgiGenerate;
import network.pokt.mlqos.relay.supplier.backend.TorchServe;

/** The kinds of model servers by their label. */
final class BackendKinds {

    private BackendKinds() {}

    private static List<Backend> all(String model) {
        List<Backend> all = new ArrayList<>(List.of(OpenAiServer.values()));
        all.addAll(List.of(
                new TgiGenerate(),
                new TorchServe(model),
                new TorchServe(model, true),
                new TensorFlowServing(model),
                new Automatic1111(),
                new PocketDiffusers()));
        return all;
    }

    static List<String> names() {
        return all("model").stream().map(Backend::label).toList();
    }

    static Backend of(String label, String model) {
        // Names of models are checked by those servers alone that have them in a path.
        String inPath = label.startsWith("torchserve") || label.equals("tensorflow-serving") ? model : "model";
        return all(inPath).stream()
                .filter(backend -> backend.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no backend '" + label + "'."));
    }
}
