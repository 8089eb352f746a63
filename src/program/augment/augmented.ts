/** Differentiable augmentation of everything the discriminator sees. */
import { changesOf, type AugmentChange } from '../../language/augmentPolicy.js';
import { tf, type Tensor } from '../../tf.js';
import type { PassOptions } from '../network.js';
import type { GraphContext } from '../stepContext.js';
import { happening, probabilityOf } from './chance.js';
import { colorMaps } from './colorMaps.js';
import { drawsOf, sparing, spread, type Draws } from './draws.js';
import { geometricMaps } from './geometricMaps.js';
import { carriedOut, mapped, type Changing } from './pendingMap.js';
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
 * Each change is made to an image with the chance that the spec or its adaptation gives; an image that is spared passes
 * unchanged. Images are taken to lie in [-1, 1]. Of changes that are maps of places, neighbours become one map, and so
 * they do of changes that are maps of colours. Grey images have no hue and no saturation that `ada` could change.
 * @source Zhao et al. 2020, arXiv:2006.10738, section 3; Karras et al. 2020, arXiv:2006.06676, section 2.1, appendix B
 */
export function augmented(context: GraphContext, images: Tensor, options: PassOptions): Tensor {
  const { scope, resolved } = context;
  const { augment } = resolved.spec.training;
  if (!augment) return images;
  const [batch = 1, height = 1, width = 1, channels = 1] = images.shape;
  const probability = probabilityOf(context);
  const constant: Draws['constant'] = (values, shape) => scope.constant(values, shape);
  const changed = changesOf(augment.policy)
    .filter((name) => channels > 1 || !isOfColorsAlone(name))
    .reduce<Changing>(
      (so, name) => {
        const draws = drawsOf(scope, options, name, batch);
        const happens = happening(name, probability, draws);
        const spared = happens ? sparing(draws, happens) : draws;
        if (isGeometric(name)) {
          return mapped(so, 'places', geometricMaps[name](spared, [height, width]), constant);
        }
        if (isColor(name)) return mapped(so, 'colors', colorMaps[name](spared, channels), constant);
        const before = carriedOut(so, constant);
        const after = imageChanges[name](before, draws);
        return { images: happens ? between(before, after, happens) : after };
      },
      { images },
    );
  return carriedOut(changed, constant);
}

function isGeometric(name: AugmentChange): name is GeometricChange {
  return Object.hasOwn(geometricMaps, name);
}

function isColor(name: AugmentChange): name is ColorChange {
  return Object.hasOwn(colorMaps, name);
}

function isOfColorsAlone(name: AugmentChange): boolean {
  return name === 'hue' || name === 'logNormalSaturation';
}

function between(before: Tensor, after: Tensor, happens: Tensor): Tensor {
  return tf.add(before, tf.mul(spread(happens), tf.sub(after, before)));
}
