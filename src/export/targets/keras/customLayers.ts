/** Layers that Keras does not have, as classes in the script, which has those that its generator needs. */

/** By name, in the order of the script; `fir` is a function that others call. */
export const customLayers = {
  fir: `def fir(images, taps, up=1, down=1, padding=(0, 0)):
    """Filters rows and columns: zeros after each pixel and around the image, then every down-th result."""
    _, height, width, channels = images.shape
    if up > 1:
        images = ops.reshape(images, (-1, height, 1, width, 1, channels))
        images = ops.pad(images, ((0, 0), (0, 0), (0, up - 1), (0, 0), (0, up - 1), (0, 0)))
        images = ops.reshape(images, (-1, up * height, up * width, channels))
    images = ops.pad(images, ((0, 0), padding, padding, (0, 0)))
    # Libraries correlate; a filter is a convolution, which takes its numbers in reverse.
    row = ops.convert_to_tensor(taps[::-1], dtype=images.dtype)
    kernel = ops.tile(ops.outer(row, row)[:, :, None, None], (1, 1, channels, 1))
    return ops.depthwise_conv(images, kernel, strides=down, padding="valid")`,

  Blur: `class Blur(layers.Layer):
    """A separable filter, which makes images larger or smaller without jagged edges."""

    def __init__(self, taps, up=1, down=1, padding=(0, 0), **options):
        super().__init__(**options)
        self.filter = {"taps": taps, "up": up, "down": down, "padding": padding}

    def call(self, images):
        return fir(images, **self.filter)`,

  LearnedConstant: `class LearnedConstant(layers.Layer):
    """A trained tensor, the same for each sample."""

    def __init__(self, shape, **options):
        super().__init__(**options)
        self.constant = self.add_weight(shape=shape, name="constant")

    def call(self, x):
        return ops.repeat(self.constant[None], ops.shape(x)[0], axis=0)`,

  NoiseInjection: `class NoiseInjection(layers.Layer):
    """Adds noise, of one strength for all channels or one for each."""

    def __init__(self, strengths, **options):
        super().__init__(**options)
        self.strength = self.add_weight(shape=(strengths,), name="strength")

    def call(self, inputs):
        x, noise = inputs
        return x + noise * self.strength`,

  PixelNorm: `class PixelNorm(layers.Layer):
    """Divides each pixel by the root of the mean of the squares of its channels."""

    def __init__(self, epsilon, **options):
        super().__init__(**options)
        self.epsilon = epsilon

    def call(self, x):
        squares = ops.mean(ops.square(x), axis=-1, keepdims=True)
        return x * ops.rsqrt(squares + self.epsilon)`,

  GumbelSoftmax: `class GumbelSoftmax(layers.Layer):
    """A category for each row of logits, drawn by uniform numbers; soft, or one-hot."""

    def __init__(self, temperature, hard=False, **options):
        super().__init__(**options)
        self.temperature = temperature
        self.hard = hard

    def call(self, inputs):
        logits, uniform = inputs
        noise = -ops.log(-ops.log(ops.clip(uniform, 1e-7, 1 - 1e-7)))
        soft = ops.softmax((logits + noise) / self.temperature)
        return ops.one_hot(ops.argmax(soft, axis=-1), soft.shape[-1]) if self.hard else soft`,

  SelfAttention2D: `class SelfAttention2D(layers.Layer):
    """Attention of each pixel to all pixels, or to the maxima of windows of them, as in SAGAN."""

    def __init__(self, channels, inner, values, pooling=1, **options):
        super().__init__(**options)
        self.pooled = layers.MaxPooling2D(pooling)
        self.query_kernel = self.add_weight(shape=(channels, inner), name="query")
        self.key_kernel = self.add_weight(shape=(channels, inner), name="key")
        self.value_kernel = self.add_weight(shape=(channels, values), name="value")
        self.output_kernel = self.add_weight(shape=(values, channels), name="output")
        self.gamma = self.add_weight(shape=(1,), name="gamma")

    def call(self, x):
        query = rows_of(ops.matmul(x, self.query_kernel))
        key = rows_of(self.pooled(ops.matmul(x, self.key_kernel)))
        value = rows_of(self.pooled(ops.matmul(x, self.value_kernel)))
        attention = ops.softmax(ops.matmul(query, ops.swapaxes(key, 1, 2)))
        attended = ops.matmul(ops.matmul(attention, value), self.output_kernel)
        return x + self.gamma * ops.reshape(attended, (-1, *x.shape[1:]))


def rows_of(maps):
    """The pixels of each image as rows."""
    _, height, width, channels = maps.shape
    return ops.reshape(maps, (-1, height * width, channels))`,

  ModulatedConv2D: `class ModulatedConv2D(layers.Layer):
    """A convolution whose kernel is scaled by a style for each sample, as in StyleGAN2."""

    def __init__(self, channels, filters, kernel_size, style, up_sample=False, demodulate=True, use_bias=True, padding=None, **options):
        super().__init__(**options)
        self.kernel = self.add_weight(shape=(kernel_size, kernel_size, channels, filters), name="kernel")
        self.style_kernel = self.add_weight(shape=(style, channels), name="style_kernel")
        self.style_bias = self.add_weight(shape=(channels,), name="style_bias")
        self.bias = self.add_weight(shape=(filters,), name="bias") if use_bias else None
        self.up_sample = up_sample
        self.demodulate = demodulate
        self.padding = padding

    def call(self, inputs):
        x, style = inputs
        scales = ops.matmul(style, self.style_kernel) + self.style_bias
        x = x * scales[:, None, None, :]
        y = self.larger(x) if self.up_sample else ops.conv(x, self.kernel, padding="same")
        if self.demodulate:
            squares = ops.sum(ops.square(self.kernel), axis=(0, 1))
            y = y * ops.rsqrt(ops.matmul(ops.square(scales), squares) + 1e-8)[:, None, None, :]
        return y if self.bias is None else y + self.bias

    def larger(self, x):
        """The convolution of the image with zeros between its pixels, then smoothed: twice as high and wide."""
        _, height, width, channels = x.shape
        x = ops.reshape(x, (-1, height, 1, width, 1, channels))
        x = ops.pad(x, ((0, 0), (0, 0), (0, 1), (0, 0), (0, 1), (0, 0)))
        x = ops.reshape(x, (-1, 2 * height, 2 * width, channels))[:, :-1, :-1]
        around = (self.kernel.shape[0] - 1,) * 2
        y = ops.conv(ops.pad(x, ((0, 0), around, around, (0, 0))), self.kernel, padding="valid")
        return fir(y, [1 / 4, 3 / 4, 3 / 4, 1 / 4], padding=self.padding)`,
} as const;

export type CustomLayer = keyof typeof customLayers;
