/** What was meant by a word that the language does not have: the nearest spelling, or what other systems call it. */
import { nearest, spellingHint } from '../nearest.js';
import { orList } from './words.js';

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
  depthwiseInitializer: ['kernelInitializer'],
  pointwiseInitializer: ['kernelInitializer'],
  units: ['outFeatures', 'outputs', 'size', 'width'],
  useBias: ['bias'],
  times: ['count', 'repeats'],
  block: ['use'],
  with: ['parameters', 'params', 'arguments', 'args'],
  weight: ['lambda', 'coefficient', 'factor', 'gamma'],
  data: ['dataset'],
  discriminator: ['critic'],
  latent: ['noise', 'z'],
  averagePooling2d: ['avgPool', 'avgPool2d'],
  batchNorm: ['batchNormalization', 'batchNorm1d', 'batchNorm2d'],
  conv1dTranspose: ['convTranspose1d'],
  conv2dTranspose: ['deconv', 'convTranspose', 'convTranspose2d', 'deconvolution'],
  dense: ['linear', 'fc', 'fullyConnected'],
  globalAveragePooling: ['globalAveragePooling1d', 'globalAveragePooling2d'],
  globalMaxPooling: ['globalMaxPooling1d', 'globalMaxPooling2d'],
  groupNorm: ['groupNormalization'],
  instanceNorm: ['instanceNormalization', 'instanceNorm1d', 'instanceNorm2d'],
  layerNorm: ['layerNormalization'],
  maxPooling2d: ['maxPool', 'maxPool2d'],
  gelu: ['geluNew'],
  swish: ['silu'],
  glorotNormal: ['xavierNormal'],
  glorotUniform: ['xavier', 'xavierUniform'],
  heNormal: ['kaimingNormal'],
  heUniform: ['kaimingUniform'],
  identity: ['dirac', 'eye'],
  randomNormal: ['normal'],
  randomUniform: ['uniform'],
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
  return calledHint(word, known) ?? spellingHint(word, known);
}

/** The hint that says what a word of another system is called here. @param known Words that may stand there. */
export function calledHint(word: string, known: readonly string[]): string | undefined {
  const names = calledHere(word, known).map((name) => `"${name}"`);
  return names.length === 0 ? undefined : `here it is called ${orList(names)}`;
}

/** The word that was probably meant. @param known Words that may stand there. */
export function meantWord(word: string, known: readonly string[]): string | undefined {
  return calledHere(word, known)[0] ?? nearest(word, known);
}

/** The word of the same letters, or the one that has this as its other name. @param known Words that may stand there. */
export function sameWord(word: string, known: readonly string[]): string | undefined {
  return calledHere(word, known)[0] ?? known.find((name) => lettersOf(name) === lettersOf(word));
}

function calledHere(word: string, known: readonly string[]): readonly string[] {
  return known.filter((name) =>
    (Object.hasOwn(otherNames, name) ? (otherNames[name] ?? []) : []).some(
      (other) => lettersOf(other) === lettersOf(word),
    ),
  );
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}
