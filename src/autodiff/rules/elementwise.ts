/**
 * Gradients of the kernels that work element by element. At kinks they follow tfjs and TensorFlow: 0 for Relu, `alpha` for
 * LeakyRelu, 1 at both bounds of ClipByValue, and all of it to the first operand of Maximum and Minimum where both are equal.
 */
import { tf, type Tensor } from '../../tf.js';
import type { Rules } from './rule.js';
import { unbroadcast } from './unbroadcast.js';

/** The gradient where a condition holds, else 0. */
function where(condition: Tensor, gradient: Tensor): Tensor {
  return tf.mul(gradient, tf.cast(condition, 'float32'));
}

/** The rules, by kernel. */
export const elementwiseGradients = {
  Add: ({ inputs: [a, b], gradient }) => [
    () => unbroadcast(gradient, a.shape),
    () => unbroadcast(gradient, b.shape),
  ],
  Sub: ({ inputs: [a, b], gradient }) => [
    () => unbroadcast(gradient, a.shape),
    () => tf.neg(unbroadcast(gradient, b.shape)),
  ],
  Multiply: ({ inputs: [a, b], gradient }) => [
    () => unbroadcast(tf.mul(gradient, b), a.shape),
    () => unbroadcast(tf.mul(gradient, a), b.shape),
  ],
  RealDiv: ({ inputs: [a, b], output, gradient }) => [
    () => unbroadcast(tf.div(gradient, b), a.shape),
    () => tf.neg(unbroadcast(tf.div(tf.mul(gradient, output), b), b.shape)),
  ],
  Maximum: ({ inputs: [a, b], gradient }) => [
    () => unbroadcast(where(tf.greaterEqual(a, b), gradient), a.shape),
    () => unbroadcast(where(tf.less(a, b), gradient), b.shape),
  ],
  Minimum: ({ inputs: [a, b], gradient }) => [
    () => unbroadcast(where(tf.lessEqual(a, b), gradient), a.shape),
    () => unbroadcast(where(tf.greater(a, b), gradient), b.shape),
  ],
  // The gradient of the exponent is 0 for bases that are not positive, as in TensorFlow.
  Pow: ({ inputs: [a, b], output, gradient }) => [
    () => unbroadcast(tf.mul(gradient, tf.mul(b, tf.pow(a, tf.sub(b, 1)))), a.shape),
    () => {
      const logarithm = tf.where(tf.greater(a, 0), tf.log(a), tf.zerosLike(a));
      return unbroadcast(tf.mul(gradient, tf.mul(output, logarithm)), b.shape);
    },
  ],
  Greater: 'zero',
  GreaterEqual: 'zero',
  Less: 'zero',
  LessEqual: 'zero',
  Equal: 'zero',
  NotEqual: 'zero',
  LogicalAnd: 'zero',
  LogicalOr: 'zero',
  LogicalNot: 'zero',
  Neg: ({ gradient }) => [() => tf.neg(gradient)],
  Abs: ({ inputs: [x], gradient }) => [() => tf.mul(gradient, tf.sign(x))],
  Sign: 'zero',
  Floor: 'zero',
  Exp: ({ output, gradient }) => [() => tf.mul(gradient, output)],
  Expm1: ({ output, gradient }) => [() => tf.mul(gradient, tf.add(output, 1))],
  Log: ({ inputs: [x], gradient }) => [() => tf.div(gradient, x)],
  Log1p: ({ inputs: [x], gradient }) => [() => tf.div(gradient, tf.add(x, 1))],
  Sqrt: ({ output, gradient }) => [() => tf.div(tf.mul(gradient, 0.5), output)],
  Rsqrt: ({ output, gradient }) => [
    () => tf.mul(gradient, tf.mul(tf.mul(output, -0.5), tf.square(output))),
  ],
  Square: ({ inputs: [x], gradient }) => [() => tf.mul(gradient, tf.mul(x, 2))],
  Reciprocal: ({ output, gradient }) => [() => tf.neg(tf.mul(gradient, tf.square(output)))],
  Sin: ({ inputs: [x], gradient }) => [() => tf.mul(gradient, tf.cos(x))],
  Cos: ({ inputs: [x], gradient }) => [() => tf.neg(tf.mul(gradient, tf.sin(x)))],
  // d erf(x) / dx = 2/√π · exp(−x²)
  Erf: ({ inputs: [x], gradient }) => [
    () => tf.mul(gradient, tf.mul(tf.exp(tf.neg(tf.square(x))), 2 / Math.sqrt(Math.PI))),
  ],
  Tanh: ({ output, gradient }) => [() => tf.mul(gradient, tf.sub(1, tf.square(output)))],
  Sigmoid: ({ output, gradient }) => [() => tf.mul(gradient, tf.mul(output, tf.sub(1, output)))],
  Softplus: ({ inputs: [x], gradient }) => [() => tf.mul(gradient, tf.sigmoid(x))],
  Relu: ({ inputs: [x], gradient }) => [() => tf.mul(gradient, tf.step(x))],
  // Below 0, exp(x) is the output plus 1.
  Elu: ({ output, gradient }) => [() => tf.mul(gradient, tf.add(tf.minimum(output, 0), 1))],
  LeakyRelu: ({ inputs: [x], attributes: { alpha }, gradient }) => [
    () => tf.mul(gradient, tf.step(x, alpha)),
  ],
  Step: 'zero',
  ClipByValue: ({ inputs: [x], attributes: { clipValueMin, clipValueMax }, gradient }) => [
    () =>
      where(
        tf.logicalAnd(tf.greaterEqual(x, clipValueMin), tf.lessEqual(x, clipValueMax)),
        gradient,
      ),
  ],
  // Gradients reach only casts from float32 to float32.
  Cast: ({ gradient }) => [() => gradient],
  StopGradient: 'zero',
  // Not a product with the condition, since the gradient of the other branch may be infinite or NaN.
  Select: ({ inputs: [condition], gradient }) => [
    null,
    () => tf.where(condition, gradient, tf.zerosLike(gradient)),
    () => tf.where(condition, tf.zerosLike(gradient), gradient),
  ],
} satisfies Partial<Rules>;
