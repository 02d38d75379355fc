/**
 * Features of pictures and texts from networks that the operator brings as ONNX files: CLIP, Inception-v3 and the like. No weights
 * come with this library, and nothing is downloaded.
 *
 * <p>Running them takes {@code ai.djl.onnxruntime:onnxruntime-engine} on the class path; everything else works without it.
 */
@NullMarked
package network.pokt.mlqos.diffusion.feature;

import org.jspecify.annotations.NullMarked;
