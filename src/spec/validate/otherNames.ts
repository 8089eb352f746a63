/** What was meant by a word that the language does not have: the nearest spelling, or what other systems call it. */
import { nearest, spellingHint } from '../nearest.js';

/** Names of other systems and papers, and what the language calls the same thing. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  alpha: ['slope', 'negativeSlope', 'leak'],
  batchSize: ['batch', 'bs'],
  dim: ['size', 'zDim', 'latentDim', 'nz'],
  discriminatorSteps: ['nCritic', 'criticSteps', 'criticIterations', 'nDis'],
  epsilon: ['eps'],
  filters: ['channels', 'outChannels', 'features'],
  kernelSize: ['kernel', 'window'],
  learningRate: ['lr', 'rate', 'stepSize'],
  rate: ['p', 'prob', 'probability'],
  steps: ['iterations', 'iters', 'maxIter', 'length'],
  units: ['outFeatures', 'outputs', 'size', 'width'],
  useBias: ['bias'],
  times: ['count', 'repeats'],
  block: ['use'],
  with: ['parameters', 'params', 'arguments', 'args'],
  weight: ['lambda', 'coefficient', 'factor', 'gamma'],
  data: ['dataset'],
  discriminator: ['critic'],
  latent: ['noise', 'z'],
  conv2dTranspose: ['deconv', 'convTranspose', 'deconvolution'],
  dense: ['linear', 'fc', 'fullyConnected'],
  gradientPenalty: ['gp', 'wganGp'],
  leastSquares: ['lsgan', 'mse'],
  nonSaturating: ['vanilla', 'bce', 'gan'],
  wasserstein: ['wgan', 'earthMover'],
};

/**
 * The hint that names the word that was probably meant.
 * @param known Words that may stand there.
 */
export function meantHint(word: string, known: readonly string[]): string | undefined {
  const other = calledHere(word, known);
  return other === undefined ? spellingHint(word, known) : `here it is called "${other}"`;
}

/** The word that was probably meant. @param known Words that may stand there. */
export function meantWord(word: string, known: readonly string[]): string | undefined {
  return calledHere(word, known) ?? nearest(word, known);
}

function calledHere(word: string, known: readonly string[]): string | undefined {
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return known.find((name) =>
    (Object.hasOwn(otherNames, name) ? (otherNames[name] ?? []) : []).some(
      (other) => plain(other) === plain(word),
    ),
  );
}
