/** Images whose channels are images of their own, such as three digits, and what a classifier gives for them. */
import type { SampleRows } from '../entries/metric.js';
import type { Classified } from '../train/classifierSession.js';

/** Each channel of images as one image, those of an image in a row. */
export function planesOf({ count, width, numbers }: SampleRows, depth: number): SampleRows {
  const places = width / depth;
  const planes = new Float32Array(numbers.length);
  numbers.forEach((value, i) => {
    const [image, place] = [Math.floor(i / width), i % width];
    planes[image * width + (place % depth) * places + Math.floor(place / depth)] = value;
  });
  return { count: count * depth, width: places, numbers: planes };
}

/**
 * The outputs for the planes of images as those for the images: features one after the other, and a logit for each
 * combination of classes, 100·red + 10·green + blue for ten of them, whose softmax is the product of those of the planes.
 */
export function joinPlanes({ logits, features }: Classified, depth: number): Classified {
  const count = logits.count / depth;
  const classes = logits.width;
  const width = classes ** depth;
  const joint = new Float32Array(count * width);
  for (let image = 0; image < count; image += 1) {
    for (let combination = 0; combination < width; combination += 1) {
      let rest = combination;
      let sum = 0;
      for (let plane = depth - 1; plane >= 0; plane -= 1) {
        sum += logits.numbers[(image * depth + plane) * classes + (rest % classes)] ?? 0;
        rest = Math.floor(rest / classes);
      }
      joint[image * width + combination] = sum;
    }
  }
  return {
    logits: { count, width, numbers: joint },
    features: { count, width: features.width * depth, numbers: features.numbers },
  };
}
