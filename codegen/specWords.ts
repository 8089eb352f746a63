/** Options of a spec, beside its entries, that change the training: each with its paper and the test that runs it. */

export interface SpecWord {
  /** Keys from the spec down, as in `training.ema.decay`. */
  readonly path: string;
  /** One of the values of the option, where each has a row of its own. */
  readonly choice?: string;
  /** Given where neither the description of the key nor that of its object names it. */
  readonly paper?: string;
  /** Path of the test inside `test/`. */
  readonly test: string;
}

const conditioning = 'program/conditioning.test.ts';
const order = 'program/order.test.ts';
const augment = 'program/augment.test.ts';
const adaption = 'program/adaptProbability.test.ts';
const averages = 'program/averages.test.ts';
const clipping = 'Pascanu, Mikolov, Bengio 2013, arXiv:1211.5063';
const averaging = 'Karras et al. 2018, arXiv:1710.10196';
const adaptive = 'Karras et al. 2020, arXiv:2006.06676';
const differentiable = 'Zhao et al. 2020, arXiv:2006.10738';

function choices(
  path: string,
  test: string,
  papers: Readonly<Record<string, string>>,
): readonly SpecWord[] {
  return Object.entries(papers).map(([choice, paper]) => ({ path, choice, paper, test }));
}

export const specWords: readonly SpecWord[] = [
  { path: 'extends', test: 'language/load/load.test.ts' },
  { path: 'parameters', test: 'language/expand/structure.test.ts' },
  { path: 'blocks', test: 'language/expand/structure.test.ts' },
  ...choices('labels.generator', conditioning, {
    concat: 'Mirza & Osindero 2014, arXiv:1411.1784',
    conditionalBatchNorm: 'de Vries et al. 2017, arXiv:1707.00683',
  }),
  ...choices('labels.discriminator', conditioning, {
    concat: 'Mirza & Osindero 2014, arXiv:1411.1784',
    projection: 'Miyato & Koyama 2018, arXiv:1802.05637',
    auxiliary: 'Odena, Olah, Shlens 2017, arXiv:1610.09585',
  }),
  { path: 'labels.embedding', test: conditioning },
  { path: 'labels.features', test: conditioning },
  { path: 'labels.auxiliary.discriminatorWeight', test: conditioning },
  { path: 'labels.auxiliary.generatorWeight', test: conditioning },
  { path: 'labels.auxiliary.fake', test: conditioning },
  { path: 'labels.codes.categorical', test: conditioning },
  { path: 'labels.codes.continuous', test: conditioning },
  { path: 'labels.codes.categoricalWeight', test: 'program/codeWeights.test.ts' },
  { path: 'labels.codes.continuousWeight', test: 'program/codeWeights.test.ts' },
  { path: 'labels.codes.layers', test: conditioning },
  ...choices('training.update', 'reference/torchReference.test.ts', {
    alternating: '',
    simultaneous: '',
  }),
  ...choices('training.update', 'program/extraGradient.test.ts', {
    extraGradient: 'Gidel et al. 2019, arXiv:1802.10551',
  }),
  { path: 'training.first', test: order },
  { path: 'training.discriminatorSteps', test: order },
  { path: 'training.generatorSteps', test: order },
  { path: 'training.gradientAccumulation', test: 'program/accumulation.test.ts' },
  { path: 'training.realBatches', test: order },
  { path: 'training.latents', test: order },
  { path: 'training.scoring', test: 'program/scoring.test.ts' },
  { path: 'training.packing', test: 'program/scoring.test.ts' },
  { path: 'training.syncBatchNorm', test: 'distributed/ranks.test.ts' },
  { path: 'training.topK', test: 'program/topK.test.ts' },
  {
    path: 'training.instanceNoise',
    paper: 'Sønderby et al. 2017, arXiv:1610.04490',
    test: 'program/inputs.test.ts',
  },
  { path: 'training.augment.policy', paper: `${differentiable}; ${adaptive}`, test: augment },
  { path: 'training.augment.probability', paper: adaptive, test: augment },
  { path: 'training.augment.target', paper: adaptive, test: adaption },
  { path: 'training.augment.images', paper: adaptive, test: adaption },
  { path: 'training.ema.decay', paper: averaging, test: averages },
  { path: 'training.ema.halfLife', paper: averaging, test: averages },
  { path: 'training.ema.warmUp', test: averages },
  { path: 'training.ema.start', test: averages },
  ...choices('training.gradientClip.by', 'program/updates.test.ts', { norm: clipping, value: '' }),
  { path: 'training.gradientClip.limit', test: 'program/updates.test.ts' },
];
