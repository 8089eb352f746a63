/** The rows of docs/benchmarks.md: specs that are trained in full and measured by the same metrics. */
import { fileURLToPath } from 'node:url';

/** A spec that is trained once for each seed. */
export interface Row {
  readonly name: string;
  /** Name of a preset, or path of a spec from the root of the repository. */
  readonly spec: string;
  /** As `--set` takes it. */
  readonly set?: readonly string[];
  /** The package ctgan learns this table for so many epochs in place of the spec's networks. */
  readonly ctgan?: { readonly table: string; readonly epochs: number };
}

/** Rows with one table. */
export interface Group {
  readonly name: string;
  readonly title: string;
  /** A paragraph: the protocol, and whose figures stand beside. */
  readonly about: string;
  readonly rows: readonly Row[];
  /** Names of metrics. */
  readonly metrics: readonly string[];
  /** Samples on each side; default: each metric's own number. */
  readonly count?: number;
  /** Seeds of each row, from 0, where the command names no number. */
  readonly seeds: number;
  /** Figures of papers, in the order of the metrics. */
  readonly published: readonly { readonly name: string; readonly values: readonly string[] }[];
}

/** The losses of discriminators that score; those of auto-encoders need other networks. */
const losses: readonly (readonly [name: string, ...set: readonly string[]])[] = [
  ['nonSaturating'],
  ['minimax'],
  ['leastSquares'],
  ['hinge'],
  ['wasserstein'],
  ['fDivergence', 'loss={"type":"fDivergence","divergence":"pearson"}'],
  ['relativistic'],
  ['relativisticAverage'],
  ['relativisticAverageHinge'],
  ['relativisticAverageLeastSquares'],
];

const r1r2 = 'penalties=[{"type":"r1","weight":0.1},{"type":"r2","weight":0.1}]';

/** One preset of points with each loss, and the relativistic loss with both penalties. */
function rowsOfPoints(preset: string): readonly Row[] {
  return [
    ...losses.map(([name, ...set]) => ({
      name,
      spec: preset,
      set: set.length > 0 ? set : [`loss=${name}`],
    })),
    { name: 'relativistic, R1 and R2', spec: preset, set: ['loss=relativistic', r1r2] },
  ];
}

const mixture = ['modes', 'highQuality', 'reverseKL'];

const protocol =
  '2,500 samples; one belongs to a mode within three standard deviations of its centre, as in [PacGAN](https://arxiv.org/abs/1712.04086), whose table the published figures are from.';

const digits = [
  'classifierScore',
  'frechetDistance',
  'kernelDistance',
  'precision',
  'recall',
  'coverage',
];

const presets = (...names: readonly string[]): readonly Row[] =>
  names.map((name) => ({ name, spec: name }));

/** Files that are not in the repository; the groups say where they come from. */
const inData = (name: string): string => fileURLToPath(new URL(`../data/${name}`, import.meta.url));

const emoji = inData('emoji');
const irises = inData('iris.csv');
const ofIrises = [`data.file=${JSON.stringify(irises)}`];

export const groups: readonly Group[] = [
  {
    name: 'ring',
    title: 'Eight Gaussians on a ring',
    about: `The networks and the R1 penalty of the preset \`ring\` with each loss. ${protocol}`,
    rows: [...rowsOfPoints('ring'), ...presets('pacgan-ring')],
    metrics: mixture,
    count: 2500,
    seeds: 10,
    published: [
      { name: 'VEEGAN', values: ['8', '0.529', '–'] },
      { name: "GAN, PacGAN's run", values: ['6.3 ± 0.5', '0.982', '0.45'] },
      { name: 'PacGAN2', values: ['7.9 ± 0.1', '0.956', '0.07'] },
      { name: 'PacGAN4', values: ['7.8 ± 0.1', '0.959', '0.07'] },
    ],
  },
  {
    name: 'grid',
    title: 'Twenty-five Gaussians in a square',
    about: `The networks and the R1 penalty of the preset \`grid\` with each loss. ${protocol}`,
    rows: rowsOfPoints('grid'),
    metrics: mixture,
    count: 2500,
    seeds: 10,
    published: [
      { name: 'VEEGAN', values: ['24.6', '0.40', '–'] },
      { name: "GAN, PacGAN's run", values: ['17.3 ± 0.8', '0.948', '0.70'] },
      { name: 'PacGAN2', values: ['23.8 ± 0.7', '0.913', '0.13'] },
      { name: 'PacGAN4', values: ['24.8 ± 0.2', '0.936', '0.04'] },
    ],
  },
  {
    name: 'mnist',
    title: 'Presets on MNIST',
    about:
      "Each preset as it comes, for as many steps as it has. The score in batches of 32 is that of [TF-GAN's tutorial](https://www.tensorflow.org/gan); the features are those of the classifier in the package, so that distances compare with each other, not with those of Inception.",
    rows: [
      ...presets(
        'fast-mnist',
        'dcgan-mnist',
        'lsgan-mnist',
        'ragan-mnist',
        'dragan-mnist',
        'sngan-mnist',
        'wgan-mnist',
        'wgan-gp-mnist',
        'wgan-lp-mnist',
        'began-mnist',
        'ebgan-mnist',
        'gan-mnist',
        'r3gan-small',
        'cgan-mnist',
        'acgan-mnist',
        'projection-mnist',
        'infogan-mnist',
        'dcgan-article',
        'stylegan2-small',
      ),
      { name: "TF-GAN's configuration", spec: 'examples/configs/tfgan-mnist.json' },
    ],
    metrics: digits,
    seeds: 1,
    published: [{ name: "TF-GAN's tutorial", values: ['7.35', '–', '–', '–', '–', '–'] }],
  },
  {
    name: 'stacked',
    title: 'A thousand digits of three colours',
    about:
      'The preset `stacked-mnist` with and without packing, and its networks with the relativistic loss, R1 and R2 and no batch normalization in the discriminator (`bench/presets/stacked-relativistic.json`). 26,000 samples; the mode of an image is the digits that the classifier of MNIST sees in its channels, as in [PacGAN](https://arxiv.org/abs/1712.04086), whose tables some of the published figures are from; the last two are those of [R3GAN](https://arxiv.org/abs/2501.05441). All of them are of larger networks that learnt longer.',
    rows: [
      { name: 'stacked-mnist', spec: 'stacked-mnist' },
      { name: 'without packing', spec: 'stacked-mnist', set: ['parameters.packing=1'] },
      { name: 'relativistic, R1 and R2', spec: 'bench/presets/stacked-relativistic.json' },
    ],
    metrics: ['modes', 'reverseKL'],
    count: 26_000,
    seeds: 1,
    published: [
      { name: "DCGAN, VEEGAN's run", values: ['99', '3.40'] },
      { name: 'VEEGAN', values: ['150', '2.95'] },
      { name: "DCGAN, PacGAN's run", values: ['78.9 ± 6.5', '4.50'] },
      { name: 'PacDCGAN2', values: ['1000', '0.06'] },
      { name: 'R3GAN', values: ['1000', '0.0781'] },
      { name: 'GAN with R1 and R2', values: ['693', '0.927'] },
    ],
  },
  {
    name: 'fashion',
    title: 'Clothes',
    about:
      'Fashion-MNIST, whose files the Debian package dataset-fashion-mnist has: the preset `dcgan-fashion`, and three of MNIST with these data in place of digits. The features are those of the classifier of Fashion-MNIST in the package.',
    rows: [
      { name: 'dcgan-fashion', spec: 'dcgan-fashion' },
      ...['fast-mnist', 'ragan-mnist', 'acgan-mnist'].map((name) => ({
        ...{ name, spec: name },
        set: ['data="fashionMnist"'],
      })),
    ],
    metrics: digits,
    seeds: 3,
    published: [],
  },
  {
    name: 'colour',
    title: 'Colour: emoji',
    about:
      'The 3,786 pictures of the npm package emoji-datasource-twitter (version 16.0.0; `npm pack` it, and unpack its folder `img/twitter/64` as `bench/data/emoji`), without classes, by the preset `image-folder-64`. There is no classifier of them, so pixels are compared.',
    rows: [
      {
        name: 'image-folder-64',
        spec: 'image-folder-64',
        set: [`data.folder=${JSON.stringify(emoji)}`],
      },
    ],
    metrics: ['slicedWasserstein', 'msSsim', 'memorization'],
    seeds: 1,
    published: [],
  },
  {
    name: 'table',
    title: 'A table',
    about:
      "Fisher's irises as scikit-learn has them: the preset `table`, which follows CTGAN, beside the package ctgan 0.12.1 as it comes, for its 300 epochs and for ten times as many; an epoch of 150 rows is one update. `npm run bench:setup` installs the package and writes the table. All 150 rows are compared with as many generated ones.",
    rows: [
      { name: 'table', spec: 'table', set: ofIrises },
      ...[300, 3000].map((epochs) => ({
        name: `ctgan, ${epochs} epochs`,
        spec: 'table',
        set: ofIrises,
        ctgan: { table: irises, epochs },
      })),
    ],
    metrics: ['columnDistance', 'columnPairDistance', 'trainOnSynthetic', 'slicedWasserstein'],
    seeds: 10,
    published: [],
  },
];
