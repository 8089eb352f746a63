/** Spellings of one name: upper and lower case, separators, long and short forms, prefixes and suffixes of other libraries. */

/** A name reduced to the part that all its spellings share. */
export interface Spelling {
  /** Lower-case letters and digits, without the number of dimensions. */
  readonly stem: string;
  /** The 2 of `2d`; empty where the name gives no dimensions. */
  readonly dimensions: string;
}

/** Long forms and the short ones that mean the same. */
const shortForms: readonly (readonly [long: RegExp, short: string])[] = [
  [/convolution(?:al)?/g, 'conv'],
  [/pool(?:ing|er)/g, 'pool'],
  [/average/g, 'avg'],
  [/sampling/g, 'sample'],
  [/normali[sz](?:ation|er|ed|e|ing)/g, 'norm'],
  [/transposed/g, 'transpose'],
  [/initiali[sz](?:ation|er)|init(?=$)/g, 'init'],
  [/regulari[sz](?:ation|er|e|ing)/g, 'reg'],
  [/optimi[sz](?:ation|er)/g, 'optim'],
  [/gradients?/g, 'grad'],
  [/standard(?:deviation|dev)|stddev/g, 'std'],
  [/iterations?/g, 'iter'],
  [/frequency/g, 'freq'],
  [/coefficient|coeff/g, 'coef'],
  [/clipping/g, 'clip'],
  [/colour/g, 'color'],
  [/labell/g, 'label'],
  [/crossentropy/g, 'ce'],
];

// A misplaced key is compared with the names of every object of the language.
const known = new Map<string, Spelling>();
/** Number of spellings that are remembered. */
const maxKnown = 1000;

/** The spelling of a name. */
export function spellingOf(name: string): Spelling {
  const spelling = known.get(name) ?? spell(name);
  if (known.size >= maxKnown) known.clear();
  known.set(name, spelling);
  return spelling;
}

function spell(name: string): Spelling {
  const short = shortForms.reduce((text, [long, by]) => text.replace(long, by), lettersOf(name));
  const dimensions = /([1-3])d/.exec(short);
  if (!dimensions) return { stem: short, dimensions: '' };
  return { stem: short.replace(dimensions[0], ''), dimensions: dimensions[1] ?? '' };
}

/** Letters and digits in lower case. */
export function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** The words of a name, as its capitals, digits and separators part them. */
export function wordsOf(name: string): readonly string[] {
  return name.match(/\d+[dD](?![a-z])|[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];
}

/** Names of libraries, and nouns that others put before or behind the name of a word. */
const affixes = new Set(
  [
    'tf nn torch pytorch keras tfgan tfa jax flax optax haiku timm slim functional utils compat experimental get make lazy',
    'v1 v2 fused sync synced apex inplace custom my plain basic strided',
    'layer layers module op ops class function fn func',
    'activation act nonlinearity initializer initialiser initialization init',
    'loss losses criterion objective cost with logits from',
    'penalty regularizer regulariser regularization regularisation reg regularize term constraint',
    'optimizer optimiser optim opt solver',
    'schedule scheduler lr rate learning annealing anneal decay policy',
    'dataset datasets data set loader dataloader',
    'gan gans adversarial adv generator gen discriminator disc dis d g',
  ].flatMap((words) => words.split(' ')),
);

/**
 * The name of a word as written, then without the modules before it, then without its prefixes and suffixes, a word less at a time: `torch.nn.BatchNorm2d` is also `BatchNorm2d`, and `hinge_loss_fn` also `hinge_loss` and `hinge`.
 */
export function coresOf(written: string): readonly string[] {
  // A number behind a name is that of an option, as in `LeakyReLU(0.2)` and `lrelu0.2`.
  const called = written.replace(/\(.*$|[_-]?\d*\.\d+$/, '');
  const last = called.split(/[.:]+/).at(-1) ?? called;
  const words = wordsOf(last.replace(/(layer|loss|optimi[sz]er|initiali[sz]er)$/, '_$1'));
  const isAffix = (word: string | undefined): boolean => affixes.has(word?.toLowerCase() ?? '');
  const before = words.findIndex((word) => !isAffix(word));
  const behind = words.findLastIndex((word) => !isAffix(word));
  const cores: string[] = [written, last];
  if (before === -1) return [...cores, ...words.slice(0, 1)];
  for (let removed = 1; removed < words.length; removed += 1) {
    for (let start = Math.min(removed, before); start >= 0; start -= 1) {
      const end = words.length - (removed - start);
      if (end > behind && end > start) cores.push(words.slice(start, end).join('_'));
    }
  }
  return cores;
}

/** A name in two parts, either of which may be the word: at each end of one of its words, and inside long ones. */
export function partsOf(written: string): readonly (readonly [own: string, other: string])[] {
  const words = wordsOf(written.split(/[.:]+/).at(-1) ?? written).filter(
    (word) => !/^(?:with|and|plus)$/i.test(word),
  );
  const dimensions = words.filter((word) => /^\d+d$/i.test(word));
  const others = words.filter((word) => !dimensions.includes(word));
  const between = [
    ...splitsOf(words),
    // The number of dimensions belongs to the layer, wherever it stands: `UpsamplingBilinear2d`.
    ...(dimensions.length === 0
      ? []
      : splitsOf(others).flatMap(([first, last]) => [
          [[first, ...dimensions].join('_'), last] as const,
          [first, [last, ...dimensions].join('_')] as const,
        ])),
  ];
  const letters = lettersOf(words.join(''));
  const inside = Array.from(
    { length: letters.length },
    (_, at) => [letters.slice(0, at), letters.slice(at)] as const,
  );
  return [...between, ...inside.filter((parts) => parts.every(({ length }) => length > 1))]
    .flatMap(([first, last]) => [[first, last] as const, [last, first] as const])
    .filter(([own], index) => index < between.length * 2 || own.length > 3);
}

function splitsOf(words: readonly string[]): readonly (readonly [first: string, last: string])[] {
  return words
    .slice(1)
    .map((_word, index) => [words.slice(0, index + 1).join('_'), words.slice(index + 1).join('_')]);
}
