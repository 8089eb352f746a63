/** Images of 1 or 3 channels. */
import type { GeneratorDescription } from '../../../export/generator.js';
import { element } from '../element.js';
import type { View } from './view.js';

export function imageView({ sample, range: [black, white] }: GeneratorDescription): View {
  const [height = 1, width = 1, channels = 1] = sample;
  const canvas = element('canvas', { role: 'img', class: 'image' });
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  return {
    element: canvas,
    show: ({ data }, caption) => {
      const image = new ImageData(width, height);
      for (let pixel = 0; pixel < width * height; pixel += 1) {
        for (let channel = 0; channel < 3; channel += 1) {
          const value = data[pixel * channels + Math.min(channel, channels - 1)] ?? 0;
          image.data[4 * pixel + channel] = (255 * (value - black)) / (white - black);
        }
        image.data[4 * pixel + 3] = 255;
      }
      context?.putImageData(image, 0, 0);
      canvas.setAttribute('aria-label', caption);
    },
  };
}
