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
  GAN704: {
    title: 'Training needs more memory than this machine has',
    why: 'Layers declare what they hold beside their outputs, as unrolled windows or scores of all pairs; the compiled graphs tell which tensors are alive at once. Engines keep half as much again and more.',
    fix: 'Use the batchSize that the hint names, or make the part that is underlined smaller.',
  },
  GAN706: {
    title: 'Graphs too large',
    why: 'Layers and penalties become nodes of graphs, and compiling more than a hundred thousand takes minutes and gigabytes. Penalties on gradients repeat all layers of their network, and lazy penalties double the graphs.',
    fix: 'Use fewer layers or fewer penalties; if it is meant, pass --allow-large.',
  },
  GAN707: {
    title: 'Limit of the operating system',
    why: 'The process has as many files open, or threads running, or as much memory, as the operating system lets it have; the message has its reason.',
    fix: 'Raise the limit that the hint names, or close other programs.',
  },
  GAN705: {
    title: 'Out of memory',
    why: 'The engine asked the operating system for memory and did not get it: other programs may use it, or a limit such as "ulimit -v" holds.',
    fix: 'Use a smaller batchSize, or make the part that the message names smaller.',
  },
} as const satisfies CodeTable;
