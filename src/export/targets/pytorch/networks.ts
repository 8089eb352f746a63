/** `networks.py`: one class for each network, with the layers of the spec. */
import { singularVector } from '../../../entries/parameter.js';
import { typeOf } from '../../../ir/typeOf.js';
import type { ResolvedLayer, ResolvedNetwork } from '../../../language/resolvedGan.js';
import type { OutlinedFunction, OutlinedNetwork } from '../../../program/outline/outline.js';
import { Body } from './body.js';
import type { Constants } from './constants.js';
import { feedText } from './drawText.js';
import { brokenStatement } from './brokenStatement.js';
import { atom, tuple } from './expression.js';
import { NoTorchForm } from './noTorchForm.js';
import { className, Variables } from './variables.js';

/** A network as its callers see it. */
export interface NetworkFacts {
  /** Its attribute in Python. */
  readonly name: string;
  readonly isTold: boolean;
  readonly draws: boolean;
  readonly isScheduled: boolean;
  readonly updates: boolean;
  /** Layers that it gives beside its output. */
  readonly heads: readonly string[];
}

/** Attributes that every module of PyTorch has. */
const moduleAttributes =
  `training forward train eval parameters buffers modules children to apply float double half cpu cuda
  type state_dict load_state_dict register_buffer register_parameter add_module zero_grad requires_grad_ settle later dump_patches
  compile bfloat16 ipu xpu share_memory extra_repr T_destination call_super_init`.split(/\s+/);

/** Names of layers as attributes. */
export function layerAttributes({ layers }: ResolvedNetwork): Variables {
  const names = new Variables(moduleAttributes);
  for (const { name } of layers) names.nameOf(name);
  return names;
}

export function networkFacts(
  { role, training }: OutlinedNetwork,
  network: ResolvedNetwork,
  heads: readonly string[],
): NetworkFacts {
  const used = new Set(training.feeds.map(({ source }) => source.kind));
  return {
    name: role,
    isTold: training.parameters.some(({ name }) => name === 'labels'),
    draws: used.has('random'),
    isScheduled: used.has('scalar'),
    updates: network.layers.some(({ parameters }) => parameters.some((each) => !each.trainable)),
    heads,
  };
}

/** The class of a network. */
export function networkClass(
  outlined: OutlinedNetwork,
  network: ResolvedNetwork,
  facts: NetworkFacts,
  constants: Constants,
): string {
  const attributes = layerAttributes(network);
  const weights = network.layers
    .filter(({ parameters }) => parameters.length > 0)
    .flatMap((layer) =>
      brokenStatement(`self.${attributes.nameOf(layer.name)} = ${weightsText(layer)}`, 8),
    )
    .map((line) => `        ${line}\n`);
  const training = new Pass(outlined.training, network, facts, constants);
  const inference = new Pass(outlined.inference, network, facts, constants);
  const sections = network.layers.flatMap((layer) => {
    const [trained, inferred] = [training.section(layer), inference.section(layer)];
    if (trained.join('\n') === inferred.join('\n')) return trained;
    const indented = (lines: readonly string[]) => lines.map((line) => `    ${line}`);
    return ['if self.training:', ...indented(trained), 'else:', ...indented(inferred)];
  });
  const results = [network.output, ...facts.heads].map((name) => training.variableOf(name));
  const returned = results.length === 1 ? results.join('') : results.join(', ');
  const single = facts.heads.length === 0;
  const lines = [
    ...(sections.some((line) => /\bn\b/.test(line)) ? [`n = ${training.input}.shape[0]`] : []),
    ...sections,
    `return ${returned}`,
  ];
  return `class ${className(network.role)}(Network):
    """${shapeSentence(network)}"""

    def __init__(self) -> None:
        super().__init__()
${weights.join('')}
    def forward(${signature(facts)}) -> ${single ? 'Tensor' : `tuple[${results.map(() => 'Tensor').join(', ')}]`}:
${lines.map((line) => `        ${line}\n`).join('')}`;
}

function shapeSentence({ role, inputShape, outputShape, classes }: ResolvedNetwork): string {
  const shape = (sizes: readonly number[]): string => `[${['batch', ...sizes].join(', ')}]`;
  const told = classes === null ? '' : `; classes are one-hot, [batch, ${classes}]`;
  return `The ${role}: ${shape(inputShape)} to ${shape(outputShape)}${told}.`;
}

function signature({ isTold, draws, isScheduled, updates }: NetworkFacts): string {
  return [
    'self',
    'input: Tensor',
    ...(isTold ? ['labels: Tensor'] : []),
    ...(draws ? ['draws: Draws'] : []),
    ...(isScheduled ? ['scheduled: dict[str, Tensor]'] : []),
    ...(updates ? ['update: bool = False'] : []),
  ].join(', ');
}

function weightsText({ parameters }: ResolvedLayer): string {
  const shapeOf = (shape: readonly number[]): string => tuple(shape.map(String)) || '()';
  const trained = parameters.filter(({ trainable }) => trainable);
  const kept = parameters.filter(({ trainable }) => !trainable);
  const words = trained.map(({ name, shape }) => `${name}=${shapeOf(shape)}`);
  const statistics = kept.map(({ name, shape }) => `"${name}": ${shapeOf(shape)}`);
  const all = [...words, ...(kept.length > 0 ? [`kept={${statistics.join(', ')}}`] : [])];
  return `Weights(${all.join(', ')})`;
}

/** A pass of a network, layer by layer. */
class Pass {
  readonly #body: Body;
  readonly #names = new Variables();
  readonly #outputs: ReadonlyMap<string, number>;
  readonly #updates: readonly { readonly name: string; readonly value: number }[];

  constructor(
    own: OutlinedFunction,
    private readonly network: ResolvedNetwork,
    facts: NetworkFacts,
    constants: Constants,
  ) {
    const [graph, other] = own.graphs;
    const attributes = layerAttributes(network);
    this.input = this.#names.nameOf('input');
    for (const { name } of network.layers) this.#names.nameOf(name);
    const [first] = own.parameters;
    const rowsOf = (one: typeof graph): number =>
      first ? (typeOf(one, first.value).shape[0] ?? 1) : 1;
    this.#body = new Body(own, {
      names: this.#names,
      indentation: 8,
      unit: { name: 'n', pair: [rowsOf(graph), rowsOf(other)] },
      state: (name) => {
        const [, layer = '', parameter = ''] = name.split('/');
        return atom(`self.${attributes.nameOf(layer)}.${parameter}`);
      },
      feed: (input, shape) => feedText(input, shape, 'draws', 'scheduled'),
      constant: (data, shape) => constants.add(data, shape, `${this.input}.device`),
      isSynchronized: (origin) =>
        network.layers.some(({ pointer, type }) => pointer === origin && type === 'batchNorm'),
      call: ({ origin }) => {
        throw new NoTorchForm('it calls another network', origin);
      },
    });
    this.#outputs = new Map(
      graph.outputs
        .filter(({ kind }) => kind === 'result')
        .map(({ name, value }) => [name.replace(/^layer\//, ''), value]),
    );
    this.#updates = graph.outputs.filter(({ kind }) => kind === 'state');
    const main = [network.output, ...facts.heads].map((name) => this.#outputs.get(name) ?? 0);
    this.#body.want([
      ...main,
      ...this.#outputs.values(),
      ...this.#updates.map(({ value }) => value),
    ]);
  }

  readonly input: string;

  variableOf(layer: string): string {
    return this.#names.nameOf(layer);
  }

  /** The statements of a layer. */
  section(layer: ResolvedLayer): readonly string[] {
    const body = this.#body;
    const start = body.lines.length;
    // What is inside of a layer may have the names of what is inside of others.
    this.#names.beginScope();
    const variable = this.variableOf(layer.name);
    const output = this.#outputs.get(layer.name) ?? 0;
    const updates = this.#updates.filter(({ name }) => name.split('/')[1] === layer.name);
    try {
      const items = body.from(layer.pointer);
      const onlyForUpdates = body.needs(
        updates.map(({ value }) => value),
        [output],
      );
      body.nameValue(output, variable);
      body.write(new Set([...items].filter((item) => !onlyForUpdates.has(item))));
      const made = body.valueOf(output).text;
      if (made !== variable) body.line(`${variable} = ${made}`);
      body.bind(output, variable);
      if (updates.length > 0) {
        body.block('if update:', () => {
          body.inline(updates.map(({ value }) => value));
          body.write(new Set([...items].filter((item) => onlyForUpdates.has(item))));
          for (const { name, value } of updates) this.#update(layer, name, value);
        });
      }
    } catch (error) {
      if (!(error instanceof NoTorchForm)) throw error;
      const { name, type, pointer } = layer;
      throw new NoTorchForm(`the layer ${name} (${type}): ${error.message}`, pointer);
    }
    this.#names.endScope();
    return body.lines.slice(start);
  }

  #update({ config }: ResolvedLayer, name: string, value: number): void {
    const [, layer = '', parameter = ''] = name.split('/');
    const place = `self.${layerAttributes(this.network).nameOf(layer)}.${parameter}`;
    const vectors = this.network.layers
      .find((each) => each.name === layer)
      ?.parameters.map((each) => singularVector(each.name));
    const isVector = config.spectralNorm && vectors?.includes(parameter);
    const next = this.#body.valueOf(value).text;
    this.#body.line(isVector ? `self.later(${place}, ${next})` : `assign(${place}, ${next})`);
  }
}
