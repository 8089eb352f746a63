/** Codes of limits: GAN700 to GAN799. */
import type { CodeTable } from './code.js';

export const limitCodes = {
  GAN701: {
    title: 'Too many parameters',
    why: 'Each takes sixteen bytes and more while it is trained: itself, its gradient, the numbers of its optimizer.',
    fix: 'Make the layer that is underlined smaller; if the number is meant, pass --allow-large.',
  },
  GAN702: {
    title: 'Layer outputs too large',
    why: 'A training step keeps the outputs of all layers for the whole batch, and several times that for gradients.',
    fix: 'Use a smaller batchSize or smaller layers; if it is meant, pass --allow-large.',
  },
  GAN703: {
    title: 'Too many steps',
    why: 'A run of that length would take years.',
    fix: 'Ask for fewer steps; if it is meant, pass --allow-large.',
  },
} as const satisfies CodeTable;
