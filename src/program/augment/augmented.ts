/** Differentiable augmentation of the discriminator's input. */
import { augmentChanges, strengthOf, type AugmentChange } from '../../language/augmentPolicy.js';
import { tf, type Tensor } from '../../tf.js';
import type { NormalAugment } from '../../language/normalSpec.js';
import type { PassOptions } from '../networkPass.js';
import type { GraphContext } from '../stepContext.js';
import { changeMask, probabilityOf } from './chance.js';
import { colorMaps } from './colorMaps.js';
import { applyMask, drawsOf, spread, type Draws } from './draws.js';
import { geometricMaps } from './geometricMaps.js';
import { append, applyPending, type PendingImages } from './pendingMap.js';
import { uniformColors } from './uniformColors.js';
import { wholePixels } from './wholePixels.js';

type GeometricChange = keyof typeof geometricMaps;
type ColorChange = keyof typeof colorMaps;
type ImageChange = Exclude<AugmentChange, GeometricChange | ColorChange>;

const imageChanges: Readonly<Record<ImageChange, (images: Tensor, draws: Draws) => Tensor>> = {
  ...wholePixels,
  ...uniformColors,
};

/**
 * Images in [-1, 1], each changed with the probability of the spec or its adaptation. Consecutive affine maps of positions
 * are composed and applied as one, and so are those of colours. Hue and saturation of `ada` are skipped for grey images.
 * @source Zhao et al. 2020, arXiv:2006.10738, section 3; Karras et al. 2020, arXiv:2006.06676, section 2.1, appendix B
 */
export function augmented(context: GraphContext, images: Tensor, options: PassOptions): Tensor {
  const { augment } = context.resolved.spec.training;
  if (!augment) return images;
  const { outline } = context.scope;
  return outline
    ? outline.augment(images, options)
    : recordAugmented(context, augment, images, options);
}

/** Records the changes of an augmentation. */
export function recordAugmented(
  context: GraphContext,
  augment: Pick<NormalAugment, 'policy' | 'strengths'>,
  images: Tensor,
  options: PassOptions,
): Tensor {
  const { scope } = context;
  const [batch = 1, height = 1, width = 1, channels = 1] = images.shape;
  const probability = probabilityOf(context);
  const constant: Draws['constant'] = (values, shape) => scope.constant(values, shape);
  const changed = augmentChanges(augment.policy)
    .filter((name) => channels > 1 || !needsColors(name))
    .reduce<PendingImages>(
      (current, name) => {
        const draws = drawsOf(scope, options, name, strengthOf(name, augment.strengths), batch);
        const mask = changeMask(name, probability, draws);
        const masked = mask ? applyMask(draws, mask) : draws;
        if (isGeometric(name)) {
          const map = geometricMaps[name](masked, [height, width]);
          return append(current, 'positions', map, constant);
        }
        if (isColor(name)) {
          return append(current, 'channels', colorMaps[name](masked, channels), constant);
        }
        const before = applyPending(current, constant);
        const after = imageChanges[name](before, draws);
        return { images: mask ? select(before, after, mask) : after };
      },
      { images },
    );
  return applyPending(changed, constant);
}

function isGeometric(name: AugmentChange): name is GeometricChange {
  return Object.hasOwn(geometricMaps, name);
}

function isColor(name: AugmentChange): name is ColorChange {
  return Object.hasOwn(colorMaps, name);
}

function needsColors(name: AugmentChange): boolean {
  return name === 'hue' || name === 'logNormalSaturation';
}

function select(before: Tensor, after: Tensor, mask: Tensor): Tensor {
  return tf.add(before, tf.mul(spread(mask), tf.sub(after, before)));
}
