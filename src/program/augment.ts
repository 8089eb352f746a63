/** Differentiable augmentation of everything the discriminator sees. */
import { moveImages } from '../ops/moveImages.js';
import type { Hyperparameter } from '../registry/config.js';
import type { AugmentStep } from '../spec/normalSpec.js';
import { tf, type Tensor } from '../tf.js';
import { bindScalar } from './bindConfig.js';
import { partOf, type PassOptions } from './network.js';
import { asScalar } from './scalar.js';
import { augmentProbability } from './stateTable.js';
import type { GraphContext } from './stepContext.js';

/** What one kind of change draws its numbers from. */
interface Chance {
  /** A number for each image, `[batch, 1]`. */
  readonly uniform: (name: string, low: number, high: number) => Tensor;
  readonly constant: GraphContext['scope']['constant'];
}

type Change = (images: Tensor, chance: Chance) => Tensor;

/** `color` stands for three of the others. */
type Plain = Exclude<AugmentStep, 'color'>;

/**
 * Each change is made to an image with the chance that the spec or its adaptation gives; an image that is spared passes
 * unchanged. Images are taken to lie in [-1, 1].
 * @source Zhao et al. 2020, arXiv:2006.10738, section 3; chance: Karras et al. 2020, arXiv:2006.06676, section 2.1
 */
export function augmented(context: GraphContext, images: Tensor, options: PassOptions): Tensor {
  const { scope, resolved } = context;
  const { augment } = resolved.spec.training;
  if (!augment) return images;
  const { prefix = '', part } = options;
  const [batch = 1] = images.shape;
  const probability = probabilityOf(context);
  const uniform = (name: string, low: number, high: number): Tensor =>
    partOf(part, [batch, 1], (shape) =>
      scope.random(
        `${prefix}augment/${name}`,
        shape,
        { kind: 'uniform', low, high },
        `augmentation: ${name}, one number for each image`,
      ),
    );
  const names = augment.policy.flatMap((name): readonly Plain[] =>
    name === 'color' ? ['brightness', 'saturation', 'contrast'] : [name],
  );
  return names.reduce((current, name) => {
    const change = changes[name];
    const own: Chance = {
      uniform: (what, low, high) => uniform(`${name}/${what}`, low, high),
      constant: (values, shape) => scope.constant(values, shape),
    };
    const changed = change(current, own);
    if (probability === 1) return changed;
    const happens = tf.cast(tf.less(uniform(`${name}/chance`, 0, 1), probability), 'float32');
    return tf.add(current, tf.mul(spread(happens), tf.sub(changed, current)));
  }, images);
}

function probabilityOf({ scope, registry, resolved }: GraphContext): Hyperparameter {
  const { augment } = resolved.spec.training;
  if (!augment) return 0;
  if (augment.target !== null) return asScalar(scope.state(augmentProbability), augmentProbability);
  return bindScalar(scope, registry, 'training/augment/probability', augment.probability);
}

/** `[batch, 1]` as a factor of images. */
function spread(perImage: Tensor): Tensor {
  return tf.reshape(perImage, [-1, 1, 1, 1]);
}

/** A whole number from `-most` to `most`, each equally likely. */
function wholeNumber({ uniform }: Chance, name: string, most: number): Tensor {
  return tf.sub(tf.floor(uniform(name, 0, 2 * most + 1)), most);
}

const changes: Readonly<Record<Plain, Change>> = {
  /** Mirrored, left for right, every second image. */
  flip: (images, { uniform }) => {
    const mirrors = tf.cast(tf.less(uniform('side', 0, 1), 0.5), 'float32');
    return tf.add(images, tf.mul(spread(mirrors), tf.sub(tf.reverse(images, [2]), images)));
  },
  /** Turned by 0, 1, 2 or 3 right angles. */
  rotate90: (images, { uniform }) => {
    const turns = tf.floor(uniform('turns', 0, 4));
    const turned = [
      images,
      tf.reverse(tf.transpose(images, [0, 2, 1, 3]), [1]),
      tf.reverse(images, [1, 2]),
      tf.reverse(tf.transpose(images, [0, 2, 1, 3]), [2]),
    ];
    return turned
      .map((each, count) => tf.mul(each, spread(tf.cast(tf.equal(turns, count), 'float32'))))
      .reduce((sum, each) => tf.add(sum, each));
  },
  /** Moved by up to an eighth of the size; zeros come in. */
  translation: (images, chance) => {
    const [, height = 1, width = 1] = images.shape;
    const rows = wholeNumber(chance, 'rows', Math.round(height / 8));
    const columns = wholeNumber(chance, 'columns', Math.round(width / 8));
    return moveImages(images, { rows, columns }, 'zeros', chance.constant);
  },
  /** x + u, u from [-0.5, 0.5). */
  brightness: (images, { uniform }) => tf.add(images, spread(uniform('shift', -0.5, 0.5))),
  /** Distances from the mean over the channels times a number from [0, 2). */
  saturation: (images, { uniform }) => {
    const grey = tf.mean(images, 3, true);
    return tf.add(grey, tf.mul(tf.sub(images, grey), spread(uniform('factor', 0, 2))));
  },
  /** Distances from the mean over the image times a number from [0.5, 1.5). */
  contrast: (images, { uniform }) => {
    const mean = tf.mean(images, [1, 2, 3], true);
    return tf.add(mean, tf.mul(tf.sub(images, mean), spread(uniform('factor', 0.5, 1.5))));
  },
  /** A rectangle of half the height and width becomes zero; its middle is anywhere in the image. */
  cutout: (images, chance) => {
    const [, height = 1, width = 1] = images.shape;
    const rows = outside(chance, 'row', height);
    const columns = outside(chance, 'column', width);
    const [batch = 1] = images.shape;
    const kept = tf.maximum(
      tf.reshape(rows, [batch, height, 1, 1]),
      tf.reshape(columns, [batch, 1, width, 1]),
    );
    return tf.mul(images, kept);
  },
};

/** 1 at places of an axis outside a stretch of half its length, with a random middle, else 0; `[batch, size]`. */
function outside({ uniform, constant }: Chance, name: string, size: number): Tensor {
  const length = Math.floor(size / 2 + 0.5);
  const middle = tf.floor(uniform(name, 0, size + (1 - (length % 2))));
  const first = tf.sub(middle, Math.floor(length / 2));
  const places = constant(
    Array.from({ length: size }, (_, place) => place),
    [1, size],
  );
  const after = tf.sub(places, first);
  const inside = tf.logicalAnd(tf.greaterEqual(after, 0), tf.less(after, length));
  return tf.cast(tf.logicalNot(inside), 'float32');
}
