/** Specs under 1 MiB that make some stage work hard, one for each way of growing. */

/** A spec as text, and the settings that are made to it. */
export interface HostileSpec {
  readonly name: string;
  readonly text: string;
  readonly set?: readonly string[];
}

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);

function listOf<T>(count: number, item: (index: number) => T): readonly T[] {
  return range(count).map(item);
}

function objectOf(count: number, member: (index: number) => readonly [string, unknown]): object {
  return Object.fromEntries(range(count).map(member));
}

/** A small GAN on the ring with these values in place of its own. */
function ring(changes: object): string {
  return JSON.stringify({
    data: 'ring',
    latent: { dim: 4 },
    generator: { layers: [{ type: 'dense', units: 2 }] },
    discriminator: { layers: [{ type: 'dense', units: 1 }] },
    ...changes,
  });
}

/** A small GAN whose generator has these layers before its last. */
function layers(list: readonly unknown[], changes: object = {}): string {
  return ring({ generator: { layers: [...list, { type: 'dense', units: 2 }] }, ...changes });
}

/** Layers inside layers, from the outside in. */
function nested(
  depth: number,
  wrap: (inner: readonly unknown[]) => unknown,
  core: unknown,
): unknown {
  return range(depth).reduce<unknown>((inner) => wrap([inner]), core);
}

const repeat = (times: number, list: readonly unknown[]): unknown => ({
  type: 'repeat',
  times,
  layers: list,
});

const expansions: readonly HostileSpec[] = [
  { name: 'one repeat of 100,000 turns', text: layers([repeat(1e5, ['relu'])]) },
  {
    name: 'a repeat of 10,000 turns within the bound of text',
    text: layers([repeat(1e4, ['relu'])]),
  },
  { name: 'a repeat of a malformed layer', text: layers([repeat(1e9, [1])]) },
  { name: 'a billion turns of nothing', text: layers([repeat(1e9, [repeat(0, ['relu'])])]) },
  {
    name: 'repeats inside repeats',
    text: layers([nested(12, (inner) => repeat(10, inner), 'relu')]),
  },
  {
    name: 'repeats of an expression',
    text: layers([repeat(3e4, [{ type: 'dense', units: '=index+1' }])]),
  },
  {
    name: 'repeats of an expression without a value',
    text: layers([repeat(3e4, [{ type: 'dense', units: '=1/(index-index)' }])]),
  },
  {
    name: 'blocks that use the next block twice',
    text: layers([{ type: 'block', block: 'b0' }], {
      blocks: objectOf(50, (i) => [
        `b${i}`,
        {
          layers: i === 49 ? ['relu'] : listOf(2, () => ({ type: 'block', block: `b${i + 1}` })),
        },
      ]),
    }),
  },
  {
    name: '4,000 blocks, each used once',
    text: layers(
      listOf(4900, (i) => ({ type: 'block', block: `b${i}` })),
      { blocks: objectOf(4000, (i) => [`b${i}`, { layers: ['relu'] }]) },
    ),
  },
  {
    name: '9,000 blocks that nothing uses',
    text: ring({ blocks: objectOf(9000, (i) => [`b${i}`, { layers: ['relu'] }]) }),
  },
  {
    name: 'unknown blocks beside many known ones',
    text: layers(
      listOf(4900, (i) => ({ type: 'block', block: `c${i}` })),
      { blocks: objectOf(4000, (i) => [`b${i}`, { layers: ['relu'] }]) },
    ),
  },
  {
    name: 'blocks given unknown parameters',
    text: layers(
      listOf(40, () => ({ type: 'block', block: 'b', with: objectOf(400, (i) => [`q${i}`, 1]) })),
      {
        blocks: {
          b: { layers: ['relu'], parameters: objectOf(10000, (i) => [`parameter${i}`, 1]) },
        },
      },
    ),
  },
  {
    name: 'an input named twice, nested 27 deep',
    text: layers([
      nested(
        27,
        (inner) => ({ type: 'repeat', times: 1, input: ['input', 'input'], layers: inner }),
        'relu',
      ),
    ]),
  },
  {
    name: 'a residual whose input is named twice, nested 14 deep',
    text: layers([
      nested(
        14,
        (inner) => ({ type: 'residual', input: ['input', 'input'], layers: inner }),
        'relu',
      ),
    ]),
  },
  {
    name: 'an input of ten names, passed on from block to block',
    text: layers(
      listOf(40, (i) => ({
        type: 'block',
        block: 'b',
        name: `n${i}`,
        input: listOf(10, () => (i === 0 ? 'input' : `n${i - 1}`)),
      })),
      { blocks: { b: { layers: [repeat(0, ['relu'])] } } },
    ),
  },
  {
    name: 'long names inside names',
    text: layers([
      nested(20, (inner) => ({ type: 'repeat', times: 2, name: 'n'.repeat(2000), layers: inner }), {
        type: 'activation',
        name: 'leaf',
        activation: 'relu',
      }),
    ]),
  },
];

const lists: readonly HostileSpec[] = [
  { name: '100,000 items of a list', text: layers(listOf(1e5, () => 'relu')) },
  { name: '4,900 bare layers', text: layers(listOf(4.9e3, () => 'relu')) },
  { name: '4,900 numbers for layers', text: layers(listOf(4.9e3, () => 1)) },
  { name: '4,900 empty lists for layers', text: layers(listOf(4.9e3, () => [])) },
  { name: '4,900 empty objects for layers', text: layers(listOf(4.9e3, () => ({}))) },
  { name: '4,900 misspelt layers', text: layers(listOf(4.9e3, (i) => `relux${i}`)) },
  { name: '4,900 equal misspelt layers', text: layers(listOf(4.9e3, () => 'reluu')) },
  {
    name: '4,900 dense layers',
    text: layers(listOf(4.9e3, () => ({ type: 'dense', units: 2 }))),
  },
  {
    name: '4,900 layers with a misspelt option',
    text: layers(listOf(4.9e3, () => ({ type: 'dense', unit: 2 }))),
  },
  {
    name: '4,900 layers with options of the wrong kind',
    text: layers(listOf(4.9e3, () => ({ type: 'dense', units: 'x' }))),
  },
  {
    name: '4,900 layers with names',
    text: layers(listOf(4900, (i) => ({ type: 'relu', name: `layer${i}` }))),
  },
  {
    name: '4,900 layers of one name',
    text: layers(listOf(4.9e3, () => ({ type: 'relu', name: 'same' }))),
  },
  {
    name: '4,900 layers that read unknown names',
    text: layers(listOf(4900, (i) => ({ type: 'relu', name: `l${i}`, input: `k${i}` }))),
  },
  {
    name: '4,900 layers that read later ones',
    text: layers(listOf(4900, (i) => ({ type: 'relu', name: `l${i}`, input: `l${i + 1}` }))),
  },
  {
    name: '4,900 layers that nothing reads',
    text: layers(listOf(4900, (i) => ({ type: 'relu', name: `l${i}`, input: 'input' }))),
  },
  {
    name: 'one layer with 4,900 inputs',
    text: layers([{ type: 'add', input: listOf(4.9e3, () => 'input') }]),
  },
  {
    name: 'one layer with 4,900 unknown inputs',
    text: layers([{ type: 'add', input: listOf(4.9e3, (i) => `i${i}`) }]),
  },
  {
    name: '200 layers of 200 inputs',
    text: layers(listOf(200, () => ({ type: 'add', input: listOf(200, () => 'input') }))),
  },
  {
    name: 'a shape of 4,900 sizes',
    text: layers([{ type: 'reshape', shape: listOf(4.9e3, () => 1) }]),
  },
  {
    name: 'a shape of 4,900 strings',
    text: layers([{ type: 'reshape', shape: listOf(4.9e3, () => 'x') }]),
  },
  {
    name: '4,900 penalties',
    text: ring({ penalties: listOf(4.9e3, () => ({ type: 'weightDecay' })) }),
  },
  {
    name: '4,900 penalties of one name',
    text: ring({ penalties: listOf(4.9e3, () => ({ type: 'r1', name: 'same' })) }),
  },
  { name: '4,900 bare penalties', text: ring({ penalties: listOf(4.9e3, () => 'r1') }) },
  {
    name: 'a policy of 4,900 words',
    text: ring({ training: { augment: { policy: listOf(4.9e3, (i) => `word${i}`) } } }),
  },
  {
    name: 'a policy of one word 4,900 times',
    text: ring({ training: { augment: { policy: listOf(4.9e3, () => 'flip') } } }),
  },
  {
    name: 'a policy of objects',
    text: ring({ training: { augment: { policy: listOf(4.9e3, (i) => ({ a: i })) } } }),
  },
  {
    name: '4,900 categories of codes',
    text: ring({ labels: { codes: { categorical: listOf(4.9e3, () => 2) } } }),
  },
  {
    name: 'a schedule of 4,900 pieces',
    text: ring({
      optimizers: {
        generator: {
          type: 'adam',
          learningRate: {
            type: 'piecewise',
            points: listOf(4.9e3, (i) => ({ at: i, value: 0.1 })),
          },
        },
      },
    }),
  },
  {
    name: 'a schedule of 4,900 pairs',
    text: ring({
      optimizers: {
        generator: {
          type: 'adam',
          learningRate: { type: 'piecewise', points: listOf(4.9e3, (i) => [i, 0.1]) },
        },
      },
    }),
  },
  {
    name: '995 layers of the wrong width at the end',
    text: ring({
      generator: { layers: listOf(995, () => ({ type: 'dense', units: 3 })) },
    }),
  },
  {
    name: '990 layers of which the last joins two widths',
    text: layers([
      { type: 'dense', name: 'a', units: 3 },
      ...listOf(990, () => ({ type: 'dense', units: 4 })),
      { type: 'add', input: ['a', 'dense_990'] },
    ]),
  },
];

/** As many layers as a network may have. */
const most = 995;

const networks: readonly HostileSpec[] = [
  { name: 'as many bare layers as may be', text: layers(listOf(most, () => 'relu')) },
  {
    name: 'as many layers as may be in both networks',
    text: ring({
      generator: {
        layers: listOf(most, (i) => ({
          type: 'dense',
          units: i === most - 1 ? 2 : 4,
          activation: 'tanh',
        })),
      },
      discriminator: {
        layers: listOf(most, () => ({ type: 'dense', units: 1, spectralNorm: true })),
      },
    }),
  },
  { name: 'as many misspelt layers', text: layers(listOf(most, (i) => `relux${i}`)) },
  { name: 'as many layers of plugins', text: layers(listOf(most, (i) => `acme/relux${i}`)) },
  {
    name: 'as many layers with a misspelt option',
    text: layers(listOf(most, () => ({ type: 'dense', unit: 2 }))),
  },
  {
    name: 'as many layers with options of the wrong kind',
    text: layers(
      listOf(most, () => ({
        type: 'dense',
        units: 'x',
        activation: 7,
        kernelInitializer: 'glorot',
      })),
    ),
  },
  {
    name: 'as many layers as may be that read unknown names',
    text: layers(listOf(most, (i) => ({ type: 'relu', name: `l${i}`, input: `k${i}` }))),
  },
  {
    name: 'as many layers as may be that read later ones',
    text: layers(listOf(most, (i) => ({ type: 'relu', name: `l${i}`, input: `l${i + 1}` }))),
  },
  {
    name: 'as many layers as may be that nothing reads',
    text: layers(listOf(most, (i) => ({ type: 'relu', name: `l${i}`, input: 'input' }))),
  },
  {
    name: 'as many layers as may be of one name',
    text: layers(listOf(most, () => ({ type: 'relu', name: 'same' }))),
  },
  {
    name: 'as many layers as may be whose shape is wrong',
    text: layers(listOf(most, () => ({ type: 'reshape', shape: [3, 5, 7], input: 'input' }))),
  },
];

const repairs: readonly HostileSpec[] = [
  {
    name: 'many layers whose width no single change mends',
    text: ring({
      generator: {
        layers: [
          ...listOf(990, () => ({ type: 'dense', units: 3, useBias: false })),
          { type: 'concat', input: ['dense_0', 'dense_1', 'dense_2'] },
        ],
      },
    }),
  },
  {
    name: 'many convolutions whose size no single change mends',
    text: JSON.stringify({
      data: 'shapes',
      latent: { dim: 4 },
      generator: {
        layers: [
          { type: 'dense', units: 27 },
          { type: 'reshape', shape: [3, 3, 3] },
          ...listOf(900, () => ({ type: 'conv2d', filters: 3, kernelSize: 3, activation: 'tanh' })),
        ],
      },
      discriminator: { layers: ['flatten', { type: 'dense', units: 1 }] },
    }),
  },
];

const keys: readonly HostileSpec[] = [
  { name: '20,000 unknown keys', text: ring(objectOf(2e4, (i) => [`unknown${i}`, 1])) },
  { name: '4,900 short unknown keys', text: ring(objectOf(2.9e4, (i) => [`k${i}`, 1])) },
  {
    name: '20,000 unknown keys of training',
    text: ring({ training: objectOf(2e4, (i) => [`unknown${i}`, 1]) }),
  },
  {
    name: '20,000 unknown keys of a layer',
    text: layers([{ type: 'dense', units: 1, ...objectOf(2e4, (i) => [`unknown${i}`, 1]) }]),
  },
  {
    name: 'many words in one unknown key',
    text: ring({ [listOf(1e5, (i) => `word${i % 10}`).join('_')]: 1 }),
  },
  {
    name: 'many words in the name of a layer',
    text: layers([listOf(1e5, (i) => `word${i % 10}`).join('_')]),
  },
  { name: 'many dots in the name of a layer', text: layers(['a.'.repeat(3e5)]) },
  { name: 'a name of a million letters for a layer', text: layers(['a'.repeat(1e6)]) },
  { name: 'a key of a million letters', text: ring({ ['a'.repeat(1e6)]: 1 }) },
  { name: 'a name of a million letters for a loss', text: ring({ loss: 'w'.repeat(1e6) }) },
  { name: 'a name of a million brackets for a loss', text: ring({ loss: '('.repeat(1e6) }) },
  { name: 'a data set of a million letters', text: ring({ data: 'm'.repeat(1e6) }) },
  { name: 'a million letters for a number', text: ring({ latent: { dim: 'a'.repeat(1e6) } }) },
  { name: 'a million digits for a number', text: ring({ latent: { dim: '1'.repeat(1e6) } }) },
  {
    name: 'a million letters for a layer name',
    text: layers([{ type: 'relu', name: 'a'.repeat(1e6) }]),
  },
  {
    name: 'a million letters for an input',
    text: layers([{ type: 'relu', input: 'a'.repeat(1e6) }]),
  },
  {
    name: '100 inputs of 10,000 letters',
    text: layers(listOf(100, (i) => ({ type: 'relu', input: `${i}${'a'.repeat(1e4)}` }))),
  },
  {
    name: 'a million letters for a word of a choice',
    text: ring({ latent: { dim: 4, distribution: 'a'.repeat(1e6) } }),
  },
  { name: 'a million letters for a version', text: ring({ version: 'a'.repeat(1e6) }) },
  { name: 'a million letters for a base', text: ring({ extends: 'a'.repeat(1e6) }) },
  { name: 'a base a million folders deep', text: ring({ extends: 'a/'.repeat(4e5) }) },
  {
    name: 'a million letters for a file',
    text: ring({ data: { type: 'csv', path: 'a'.repeat(1e6) } }),
  },
  {
    name: '4,900 keys that stand twice',
    text: `{${listOf(2.9e4, () => '"name":1').join(',')}}`,
  },
  {
    name: '4,900 forbidden keys',
    text: `{${listOf(2.9e4, () => '"__proto__":1').join(',')}}`,
  },
  { name: '4,900 numbers too large', text: `{"a":[${listOf(4.9e3, () => '1e999').join(',')}]}` },
  { name: 'one number of a million digits', text: `{"a":${'1'.repeat(1e6)}}` },
  { name: 'a million opening brackets', text: '['.repeat(1e6) },
  { name: 'a million commas', text: `[${','.repeat(1e6)}]` },
  { name: 'a million letters', text: 'a'.repeat(1e6) },
  { name: 'a million lines', text: '\n'.repeat(1e6) },
  { name: 'a million quotes', text: '"'.repeat(1e6) },
  { name: 'a comment without an end', text: `/*${'/*'.repeat(5e5)}` },
  {
    name: 'empty lists 60 deep and 4,900 wide',
    text: ring({
      notes: nested(
        60,
        (x) => x,
        listOf(4.9e3, () => []),
      ),
    }),
  },
];

const expressions: readonly HostileSpec[] = [
  {
    name: '20,000 expressions of unknown names',
    text: layers(listOf(4900, (i) => ({ type: 'dense', units: `=name${i}` }))),
  },
  {
    name: 'expressions of unknown names beside many parameters',
    text: layers(
      listOf(950, (i) => ({ type: 'dense', units: `=unknown${i}` })),
      { parameters: objectOf(2e4, (i) => [`parameter${i}`, 1]) },
    ),
  },
  {
    name: '29,000 parameters that depend on the one before',
    text: ring({ parameters: objectOf(2.9e4, (i) => [`p${i}`, i === 0 ? 1 : `=p${i - 1}`]) }),
  },
  {
    name: '29,000 parameters that depend on the one after',
    text: ring({ parameters: objectOf(2.9e4, (i) => [`p${i}`, `=p${i + 1}`]) }),
  },
  {
    name: 'a circle of 29,000 parameters',
    text: ring({ parameters: objectOf(2.9e4, (i) => [`p${i}`, `=p${(i + 1) % 29000}`]) }),
  },
  {
    name: '990 expressions of 500 characters',
    text: layers(
      listOf(990, () => ({ type: 'dense', units: `=${'a+'.repeat(240)}a` })),
      { parameters: { a: 1 } },
    ),
  },
  {
    name: 'expressions of 500 brackets',
    text: layers(listOf(990, () => ({ type: 'dense', units: `=${'('.repeat(490)}` }))),
  },
  {
    name: 'an expression of a million characters',
    text: layers([{ type: 'dense', units: `=${'1+'.repeat(5e5)}1` }]),
  },
  {
    name: '4,900 texts that begin with an equals sign',
    text: ring({ notes: listOf(4.9e3, () => '=x') }),
  },
  {
    name: '4,900 names that begin with an equals sign',
    text: layers(listOf(4.9e3, () => ({ type: 'relu', name: '=x' }))),
  },
  {
    name: '4,900 parameters of the wrong kind',
    text: ring({ parameters: objectOf(2.9e4, (i) => [`p${i}`, []]) }),
  },
  {
    name: '29,000 parameters of text',
    text: ring({ parameters: objectOf(2.9e4, (i) => [`p${i}`, 'abc']) }),
  },
  {
    name: '4,900 parameters of bad names',
    text: ring({ parameters: objectOf(2.9e4, (i) => [`-${i}`, 1]) }),
  },
];

const settings: readonly HostileSpec[] = [
  { name: '10,000 settings', text: ring({}), set: listOf(1e4, () => 'training.steps=1') },
  { name: '200 settings', text: ring({}), set: listOf(200, (i) => `training.steps=${i + 1}`) },
  { name: '200 settings that are wrong', text: ring({}), set: listOf(200, (i) => `${i}`) },
  {
    name: '200 settings of unknown keys',
    text: ring({}),
    set: listOf(200, (i) => `training.k${i}=1`),
  },
  {
    name: '200 settings of unknown parameters beside many',
    text: ring({ parameters: objectOf(2e4, (i) => [`p${i}`, 1]) }),
    set: listOf(200, (i) => `parameters.q${i}=1`),
  },
  {
    name: '200 settings in a list of 4,900 layers',
    text: layers(listOf(4.9e3, () => 'relu')),
    set: listOf(200, (i) => `generator.layers.${i}=tanh`),
  },
  {
    name: '200 settings in an object of 20,000 keys',
    text: ring({ parameters: objectOf(2e4, (i) => [`p${i}`, 1]) }),
    set: listOf(200, (i) => `parameters.p${i}=2`),
  },
  { name: 'a setting of 100,000 steps', text: ring({}), set: [`${'a.'.repeat(1e5)}b=1`] },
  { name: 'a setting of a million letters', text: ring({}), set: [`name=${'a'.repeat(1e6)}`] },
  { name: 'a setting of 10,000 brackets', text: ring({}), set: [`name=${'['.repeat(1e4)}`] },
  { name: 'a setting of a forbidden key', text: ring({}), set: ['training.__proto__.steps=1'] },
];

export const hostileSpecs: readonly HostileSpec[] = [
  ...expansions,
  ...lists,
  ...networks,
  ...repairs,
  ...keys,
  ...expressions,
  ...settings,
];
