/** The statements of a function, from its graph. */
import type { AnyKernelNode, GraphInput, ValueId } from '../../../ir/kernelGraph.js';
import { isElementwise } from '../../../ir/kernels.js';
import { typeOf } from '../../../ir/typeOf.js';
import type { GraphCall, OutlinedFunction } from '../../../program/outline/outline.js';
import type { ProgramInput } from '../../../program/program.js';
import { brokenStatement } from './brokenStatement.js';
import { atom, literalOf, type PythonText } from './expression.js';
import { forms, isLiteral } from './forms.js';
import { isCall, Items, type Item } from './items.js';
import { NoTorchForm } from './noTorchForm.js';
import type { Variables } from './variables.js';
import { Sizes, sizeText, type Unit } from './sizes.js';
import { stemOf } from './stems.js';

/** Longest line, without its indentation. */
const lineLength = 104;
/** Longest expression that is written inside of another one. */
const inlineLength = 44;

/** The surroundings of a function in Python. */
export interface Surroundings {
  /** Names that are taken, by what has them. */
  readonly names: Variables;
  /** Columns before the statements. */
  readonly indentation: number;
  /** The number of samples. */
  readonly unit: Unit;
  readonly state: (name: string) => PythonText;
  /** Random numbers, data or a scheduled number. @param shape As Python writes it. */
  readonly feed: (input: ProgramInput, shape: string) => PythonText;
  readonly constant: (data: ArrayLike<number>, shape: readonly number[]) => PythonText;
  /** True where means over the batch may be taken over all ranks. */
  readonly isSynchronized?: (origin: string) => boolean;
  /** A call; `results` are the variables of its outputs. */
  readonly call: (call: GraphCall, operands: readonly PythonText[]) => CallText;
}

export interface CallText {
  readonly text: string;
  /** The variable of each output, `_` for those that are not wanted; none for a single value. */
  readonly results: readonly { readonly name: string; readonly wanted: string | undefined }[];
}

export class Body {
  readonly lines: string[] = [];
  /** Operands, in whose graph of calculation a gradient is taken. */
  readonly targets = new Set<ValueId>();
  #indentation = '';
  readonly #bound = new Map<ValueId, PythonText>();
  readonly #items: Items;
  readonly #done = new Set<Item>();
  readonly #inputs: ReadonlyMap<ValueId, GraphInput>;
  readonly #named = new Map<ValueId, string>();
  #inlined: readonly ValueId[] = [];

  constructor(
    private readonly own: OutlinedFunction,
    private readonly around: Surroundings,
  ) {
    const [graph] = own.graphs;
    this.#items = new Items(own);
    this.#inputs = new Map(graph.inputs.map((input) => [input.value, input]));
    for (const { name, value } of own.parameters) this.bind(value, around.names.nameOf(name));
  }

  /** Writes a value by this name from now on. */
  bind(value: ValueId, name: string): void {
    this.#bound.set(value, atom(name));
  }

  /** Gives a value a variable of this name where it is made. */
  nameValue(value: ValueId, name: string): void {
    this.#named.set(value, name);
  }

  /** Says which values are wanted, of which each is used once more than by other nodes. */
  want(roots: readonly ValueId[]): void {
    this.#items.want(roots);
    for (const item of this.#items.wanted) {
      if (!isCall(item) || item.callee.kind !== 'gradient') continue;
      const [, target] = item.inputs;
      if (target !== undefined) this.targets.add(target);
    }
  }

  /** Lets roots be written where they are used. */
  inline(roots: readonly ValueId[]): void {
    this.#inlined = roots;
  }

  /** The items that some values need and others do not. */
  needs(roots: readonly ValueId[], others: readonly ValueId[] = []): ReadonlySet<Item> {
    return this.#items.needs(roots, others);
  }

  /** Writes these items, those that are wanted and not written yet. */
  write(items: ReadonlySet<Item>): void {
    for (const item of this.#items.all) {
      if (!items.has(item) || !this.#items.wanted.has(item) || this.#done.has(item)) continue;
      this.#done.add(item);
      if (isCall(item)) this.#writeCall(item);
      else this.#writeNode(item, items);
    }
  }

  /** Items of a part of the spec. */
  from(origin: string): ReadonlySet<Item> {
    return new Set(this.#items.all.filter((item) => item.origin === origin));
  }

  get all(): ReadonlySet<Item> {
    return new Set(this.#items.all);
  }

  line(text: string): void {
    const lines = brokenStatement(text, this.around.indentation + this.#indentation.length);
    this.lines.push(...lines.map((line) => (line === '' ? '' : this.#indentation + line)));
  }

  /** Writes a block under a heading. */
  block(heading: string, write: () => void): void {
    this.line(heading);
    const outer = this.#indentation;
    this.#indentation = `${outer}    `;
    write();
    this.#indentation = outer;
  }

  /** A value, which is made by now or is an input. */
  valueOf(id: ValueId): PythonText {
    const known = this.#bound.get(id);
    if (known) return known;
    const made = this.#input(id);
    const isShared = this.#items.usesOf(id) > 1 && /\(/.test(made.text);
    const isTarget = this.targets.has(id);
    if (!isShared && !isTarget) return made;
    return this.#assign(id, made);
  }

  /** A shape as Python writes it, item by item. */
  sizes(one: readonly number[], two: readonly number[]): readonly string[] {
    return one.map((size, axis) => {
      const text = sizeText(size, two[axis] ?? size, this.around.unit);
      if (text === undefined) {
        throw new NoTorchForm('a size in it grows with the batch in no whole steps');
      }
      return text;
    });
  }

  #shapes(id: ValueId): Sizes {
    const [one, two] = this.own.graphs;
    return new Sizes([typeOf(one, id).shape, typeOf(two, id).shape]);
  }

  #input(id: ValueId): PythonText {
    const [graph] = this.own.graphs;
    const input = this.#inputs.get(id);
    if (input?.kind === 'state') return this.around.state(input.name);
    const feed = this.own.feeds.find(({ name }) => name === input?.name);
    if (feed) {
      const shape = this.sizes(...this.#shapes(id).pair);
      return this.around.feed(feed, `(${shape.join(', ')}${shape.length === 1 ? ',' : ''})`);
    }
    const constant = graph.constants.find(({ value }) => value === id);
    if (!constant) throw new NoTorchForm(`a value of it (${id}) has no source`);
    if ('fill' in constant.content) return literalOf(constant.content.fill);
    if (this.#shapes(id).growing().length > 0) {
      throw new NoTorchForm('it has fixed numbers for each sample of a batch');
    }
    return this.around.constant(constant.content.data, this.#shapes(id).pair[0]);
  }

  #writeNode(node: AnyKernelNode, block: ReadonlySet<Item>): void {
    const [, other] = this.own.graphs;
    const twin = other.nodes.find(({ output }) => output === node.output);
    // By its kernel the form fits the node, which the union over kernels does not express.
    const form = forms[node.kernel] as ((call: object) => PythonText) | null;
    if (!form) throw new NoTorchForm(`it computes ${node.kernel}`, node.origin);
    this.#checkFills(node);
    const outputSizes = this.#shapes(node.output);
    const isSynchronized =
      node.kernel === 'Mean' &&
      node.attributes.axis[0] === 0 &&
      this.around.isSynchronized?.(node.origin) === true;
    const build = (): PythonText =>
      form({
        isSynchronized,
        inputs: node.inputs.map((id) => this.valueOf(id)),
        inputSizes: node.inputs.map((id) => this.#shapes(id)),
        attributes: node.attributes,
        other: twin?.attributes ?? node.attributes,
        output: typeOf(this.own.graphs[0], node.output),
        outputSizes,
        sizes: (a: readonly number[], b: readonly number[]) => this.sizes(a, b),
      });
    let built = build();
    while (built.text.length > lineLength - this.#indentation.length) {
      const longest = node.inputs
        .filter((id) => /[^\w.]/.test(this.valueOf(id).text) && !isLiteral(this.valueOf(id)))
        .sort((a, b) => this.valueOf(b).text.length - this.valueOf(a).text.length)[0];
      if (longest === undefined) break;
      this.#assign(longest, this.valueOf(longest));
      built = build();
    }
    const uses = this.#items.usesOf(node.output);
    const isInline =
      uses === 1 &&
      built.text.length <= inlineLength &&
      !this.#named.has(node.output) &&
      !this.targets.has(node.output) &&
      (this.#inlined.includes(node.output) || this.#isUsedIn(node.output, block));
    if (isInline) this.#bound.set(node.output, built);
    else this.#assign(node.output, built, node);
  }

  /** Numbers take the place of filled tensors, which must not give a result its shape. */
  #checkFills(node: AnyKernelNode): void {
    const [graph] = this.own.graphs;
    const fills = node.inputs.filter((id) =>
      graph.constants.some(({ value, content }) => value === id && 'fill' in content),
    );
    // Operators take plain numbers as well.
    const isScalar = typeOf(graph, node.output).shape.length === 0;
    if (fills.length === 0 || (isScalar && /^(Neg|Add|Sub|Multiply|RealDiv)$/.test(node.kernel)))
      return;
    const rest = node.inputs.filter((id) => !fills.includes(id));
    const shape = typeOf(graph, node.output).shape.join();
    const isBroadcast = rest.some((id) => typeOf(graph, id).shape.join() === shape);
    if ((isElementwise(node.kernel) || node.kernel === 'Select') && isBroadcast) return;
    throw new NoTorchForm(`it computes ${node.kernel} of numbers alone`, node.origin);
  }

  #isUsedIn(id: ValueId, block: ReadonlySet<Item>): boolean {
    return this.#items.all.some(
      (item) => this.#items.wanted.has(item) && block.has(item) && item.inputs.includes(id),
    );
  }

  #assign(id: ValueId, expression: PythonText, node?: AnyKernelNode): PythonText {
    const named = this.#named.get(id);
    const isName = /^[a-z]\w*$/.test(expression.text);
    const name =
      named ??
      (isName && !node ? expression.text : undefined) ??
      this.around.names.unused(stemOf(node, expression));
    if (name !== expression.text) this.line(`${name} = ${expression.text}`);
    this.bind(id, name);
    if (this.targets.has(id)) this.line(`${name}.requires_grad_()`);
    return atom(name);
  }

  /** The node that detaches the only result of a call, where nothing else uses that. */
  #fixed({ outputs }: GraphCall): AnyKernelNode | undefined {
    const [only, ...others] = outputs;
    if (!only || others.length > 0 || this.#items.usesOf(only.value) !== 1) return undefined;
    return this.own.graphs[0].nodes.find(
      (node) =>
        node.kernel === 'StopGradient' &&
        node.inputs[0] === only.value &&
        this.#items.wanted.has(node),
    );
  }

  #writeCall(item: GraphCall): void {
    const operands = item.inputs.map((id) => this.valueOf(id));
    const { text, results } = this.around.call(item, operands);
    const fixed = this.#fixed(item);
    if (fixed && results.length === 1) {
      const variable = this.around.names.unused(results[0]?.wanted ?? 'value');
      this.line(`${variable} = ${text}.detach()`);
      this.bind(fixed.output, variable);
      this.#done.add(fixed);
      if (this.targets.has(fixed.output)) this.line(`${variable}.requires_grad_()`);
      return;
    }
    const outputOf = (name: string) => item.outputs.find((output) => output.name === name);
    const isOnly = results.length === 1;
    const variables = results.map(({ name, wanted }) => {
      const output = outputOf(name);
      const isWanted = output && this.#items.usesOf(output.value) > 0;
      if (!isWanted) return '_';
      const variable = this.around.names.unused(wanted ?? name);
      this.bind(output.value, variable);
      return variable;
    });
    if (results.length === 0 || (isOnly && variables[0] === '_')) this.line(text);
    else this.line(`${variables.join(', ')} = ${text}`);
    for (const { value } of item.outputs) {
      if (this.targets.has(value)) this.line(`${this.valueOf(value).text}.requires_grad_()`);
    }
  }
}
