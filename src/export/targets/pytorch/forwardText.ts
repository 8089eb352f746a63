/** A pass of a network as the statements of `forward`, layer by layer. */
import { singularVector } from '../../../entries/parameter.js';
import { typeOf } from '../../../ir/typeOf.js';
import type { ResolvedLayer, ResolvedNetwork } from '../../../language/resolvedGan.js';
import type { OutlinedFunction } from '../../../program/outline/outline.js';
import { Body } from './body.js';
import type { Constants } from './constants.js';
import { feedText } from './drawText.js';
import { atom } from './expression.js';
import { layerAttributes, type NetworkFacts } from './networkFacts.js';
import { NoTorchForm } from './noTorchForm.js';
import { Variables } from './variables.js';

export class ForwardText {
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
        facts.synchronizes &&
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
