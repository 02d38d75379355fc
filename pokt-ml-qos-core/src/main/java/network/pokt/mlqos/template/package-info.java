/**
 * Jinja2 templates with Python's semantics, as lm-evaluation-harness and the chat templates of Hugging Face write them.
 *
 * <p>A {@link network.pokt.mlqos.template.JinjaEnvironment} compiles text into a
 * {@link network.pokt.mlqos.template.Template} once; a template renders as often and on as many threads as one likes.
 * Templates are not trusted: whatever they say, they end in bounded time and memory, they read nothing but their context, and
 * they change nothing. What is not supported is refused when a template is compiled, and never renders as nothing.
 *
 * <p>Values are {@code String}, {@code Boolean}, {@code Integer}, {@code Long}, {@code BigInteger}, {@code Double},
 * {@code List}, {@code Map} and {@code null}, for Python's str, bool, int, float, list, dict and None. Tuples are
 * {@link network.pokt.mlqos.template.PythonTuple}s. Reference: Jinja2 3.1.6 on CPython 3.11.
 */
@NullMarked
package network.pokt.mlqos.template;

import org.jspecify.annotations.NullMarked;
