/** Codes of writing a spec out: GAN140 to GAN159. */
import type { CodeTable } from './code.js';

export const expandCodes = {
  GAN140: {
    title: 'An expression that cannot be read',
    why: 'Where a number can stand, a string that starts with = is arithmetic: numbers, names, + - * / ^, parentheses, min, max and log2. It is never code.',
    fix: 'Correct it; the message says what was expected where.',
  },
  GAN141: {
    title: 'An unknown name in an expression',
    why: 'Expressions know the parameters of the spec, inside a block those of the block, and inside a repeat "index".',
    fix: 'Take the spelling of the hint, or add the name to "parameters".',
  },
  GAN142: {
    title: 'An expression without a value',
    why: 'It divides by zero, takes the logarithm of a number that is not positive, or leaves the range of a 64-bit float.',
    fix: 'Look at the numbers that its names stand for; --set may have changed them.',
  },
  GAN143: {
    title: 'Parameters that depend on one another',
    why: 'A parameter that depends on itself, even through others, has no value. Chains of more than 64 parameters are not followed.',
    fix: 'Give one of the parameters a number.',
  },
  GAN144: {
    title: 'Unknown block',
    why: 'A layer of type "block" names a key of "blocks".',
    fix: 'Take the spelling of the hint, or add the block.',
  },
  GAN145: {
    title: 'A block that uses itself',
    why: 'Written out, it would have no end.',
    fix: 'Take the use out of one of the blocks of the chain.',
  },
  GAN146: {
    title: 'Unknown parameter of a block',
    why: '"with" gives numbers to the "parameters" of the block; others would be ignored without a word.',
    fix: 'Take the spelling of the hint, or add it to the "parameters" of the block.',
  },
  GAN147: {
    title: 'A block that nothing uses',
    why: 'It changes nothing, and nothing in it is checked.',
    fix: 'Use it in a layer of type "block", or delete it.',
  },
  GAN148: {
    title: 'Too many layers',
    why: 'Repeats and blocks can stand for any number of layers. A network has at most 1,000 layers. The text of each layer counts as often as it is used, and the sum may be at most 1 MiB, as for a spec without them.',
    fix: 'Use fewer turns of "repeat", or fewer blocks inside blocks.',
  },
  GAN149: {
    title: 'An unnamed layer inside a composite layer',
    why: 'A layer without a name is called by its type and its index in the whole network, which changes with every use of a block. So names like "dense_0" mean layers outside; where the block, repeat or residual has such an unnamed layer itself, that one was probably meant.',
    fix: 'Give the layer that is meant a "name", and use it in "input".',
  },
  GAN150: {
    title: 'A name both inside and outside a composite layer',
    why: 'Inside a block, a repeat or a residual, a name means the layer there, though one outside has the same name.',
    fix: 'Give one of the two another name, so that a reader sees which is meant.',
  },
} as const satisfies CodeTable;
