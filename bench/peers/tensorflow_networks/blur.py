"""Low-pass filters of images: each channel is convolved with the same small kernel."""

import numpy as np
import tensorflow as tf
from keras import layers


def kernel_of(taps: list[int], channels: int, gain: float) -> tf.Tensor:
    """The product of the taps along both axes, with a sum of `gain`, for each channel."""
    row = np.array(taps, dtype=np.float32)
    kernel = gain * np.outer(row, row) / row.sum() ** 2
    return tf.constant(np.tile(kernel[:, :, None, None], (1, 1, channels, 1)))


class Blur(layers.Layer):
    """A filter that keeps every `stride`-th pixel; `padding` is that before and after either axis."""

    def __init__(
        self, taps: list[int], padding: tuple[int, int], stride: int = 1, gain: float = 1.0
    ) -> None:
        super().__init__()
        self.taps = taps
        self.padding = padding
        self.strides = [1, stride, stride, 1]
        self.gain = gain

    def call(self, x: tf.Tensor) -> tf.Tensor:
        padded = tf.pad(x, [(0, 0), self.padding, self.padding, (0, 0)])
        kernel = kernel_of(self.taps, x.shape[-1], self.gain)
        return tf.nn.depthwise_conv2d(padded, kernel, self.strides, "VALID")


class BlurUp(layers.Layer):
    """A filter of images with zeros between their pixels: twice as large, and as bright."""

    def __init__(self, taps: list[int]) -> None:
        super().__init__()
        self.taps = taps

    def call(self, x: tf.Tensor) -> tf.Tensor:
        _, height, width, channels = x.shape
        return tf.nn.depthwise_conv2d_backprop_input(
            (tf.shape(x)[0], 2 * height, 2 * width, channels),
            kernel_of(self.taps, channels, 4.0),
            x,
            [1, 2, 2, 1],
            "SAME",
        )
