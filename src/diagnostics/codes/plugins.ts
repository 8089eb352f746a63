/** Codes of plugins: GAN800 to GAN899. */
import type { CodeTable } from './code.js';

export const pluginCodes = {
  GAN800: {
    title: 'Plugin cannot be loaded',
    why: 'The module was not found, or threw while it was loaded; or it ends the process, or changes built-in objects of JavaScript (`Object.prototype`), which all code shares. The message has the reason.',
    fix: 'Name an ES module by its path, or a package that is installed in the current folder.',
  },
  GAN801: {
    title: 'Plugin without entries',
    why: 'A plugin adds words to the language by exporting entries, and this module exports none.',
    fix: 'Export what defineLoss, definePenalty or another define function returns.',
  },
  GAN802: {
    title: 'Invalid plugin',
    why: 'The type has no slash or is taken, a function is missing, or the schema fragment breaks a rule of fragments; the message lists all problems.',
    fix: 'Correct the entry as the message says; the fragments of the built-ins are models.',
  },
  GAN803: {
    title: 'Plugin function failed',
    why: 'A function of the entry that the message names threw an error, whose file and line follow, or its result has the wrong type or shape; the message says which.',
    fix: 'Run `ganspec plugin check` on its file: it tries every function of every entry and says what to do.',
  },
  GAN810: {
    title: 'Tensor function that cannot be recorded',
    why: 'A layer, loss or penalty calls a TensorFlow.js function that has no kernel in a training step, or a form of it that has none.',
    fix: 'Write the computation with the functions that the message names, or with arithmetic, reductions, reshapes, matrix products and convolutions.',
  },
  GAN811: {
    title: 'Undeclared numbers in a graph',
    why: 'A tensor of data or of random numbers was made while a step was recorded; it would be the same at every step.',
    fix: 'Take random tensors from context.random and fixed numbers from context.constant.',
  },
  GAN812: {
    title: 'Value of a recorded tensor read',
    why: 'While a step is recorded its tensors have a shape but no numbers yet, so no code can depend on them.',
    fix: 'Replace the branch or loop by tensor functions, such as tf.where.',
  },
  GAN813: {
    title: 'Tensor from outside the recording',
    why: 'A layer, loss or penalty uses a tensor that was made before the step was recorded.',
    fix: 'Make every tensor inside the function; pass fixed numbers with context.constant.',
  },
  GAN814: {
    title: 'Operation not possible while recording',
    why: 'The recorded function waits for something, records another graph, takes gradients with TensorFlow.js or one that is 0 throughout, or gives a function what it does not take, such as shapes that do not fit.',
    fix: 'Load what is needed beforehand, take derivatives with context.gradient by the tensor that was computed with, and write distributions as docs/plugins.md lists them.',
  },
  GAN850: {
    title: 'Name that cannot be made into a type',
    why: "The type of a plugin's entry has the form author/name, and that of a built-in is a plain name; neither can be made of what was given.",
    fix: 'Give a name of letters and digits, for a plugin with an author before the slash.',
  },
  GAN851: {
    title: 'File exists already',
    why: 'New files never take the place of files that ganspec did not write.',
    fix: 'Choose another name or folder, or move the file away.',
  },
  GAN852: {
    title: 'Package that writes types is missing',
    why: '`ganspec types` uses json-schema-to-typescript, which is not installed with ganspec, since it brings formatters along that nothing else needs.',
    fix: 'Run `npm install --save-dev json-schema-to-typescript@16` in the project.',
  },
} as const satisfies CodeTable;
