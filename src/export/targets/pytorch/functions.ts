/** Functions of `losses.py`, and the losses of each step in `step.py`. */
import type { ValueId } from '../../../ir/kernelGraph.js';
import { typeOf } from '../../../ir/typeOf.js';
import type {
  GraphCall,
  OutlinedFunction,
  OutlinedStep,
} from '../../../program/outline/outline.js';
import type { ProgramInput } from '../../../program/program.js';
import { brokenStatement } from './brokenStatement.js';
import { Body, type CallText, type Surroundings } from './body.js';
import type { Constants } from './constants.js';
import { feedText } from './drawText.js';
import { atom, binding, within, type PythonText } from './expression.js';
import type { NetworkFacts } from './networks.js';
import { Variables, snakeCase } from './variables.js';
import type { Unit } from './sizes.js';

/** The networks and functions that a function may call. */
export interface Project {
  readonly networks: ReadonlyMap<string, NetworkFacts>;
  /** Functions by the name that calls have. */
  readonly functions: ReadonlyMap<string, FunctionFacts>;
  readonly batchSize: number;
  readonly constants: Constants;
}

/** A function as its callers see it. */
export interface FunctionFacts {
  /** Its name in Python. */
  readonly name: string;
  readonly usesStep: boolean;
  /** Operands that it takes a gradient by. */
  readonly targets: ReadonlySet<number>;
  readonly hasResult: boolean;
  readonly text: string;
}

/** Names of penalties and losses as functions. */
function functionName(name: string): string {
  return snakeCase(name);
}

/** Writes a term of a loss, or what adapts, as a function. */
export function functionText(own: OutlinedFunction, project: Project): FunctionFacts {
  const name = functionName(own.name);
  const isAugment = own.name === 'augment';
  const parameters = own.parameters.map((parameter) => snakeCase(parameter.name));
  const names = new Variables();
  const device = parameters[0] === undefined ? 'step.device' : `${parameters[0]}.device`;
  const body = new Body(own, {
    ...surroundings(project, names, isAugment ? 'draws' : 'step.draws', device),
    unit: unitOf(own, project.batchSize, parameters),
  });
  own.parameters.forEach(({ value }, at) => {
    body.bind(value, names.nameOf(parameters[at] ?? ''));
  });
  const [graph] = own.graphs;
  const changes = graph.outputs;
  body.want([...own.returns, ...changes.map(({ value }) => value)]);
  body.inline(own.returns);
  body.write(body.all);
  writeResults(body, changes);
  const [returned] = own.returns;
  if (returned !== undefined) body.line(`return ${body.valueOf(returned).text}`);
  const unit = unitOf(own, project.batchSize, parameters);
  const needsUnit = body.lines.some((line) => /\bn\b/.test(line));
  const lines = [...(needsUnit && unit.line ? [unit.line] : []), ...body.lines];
  const usesStep = !isAugment ? /\bstep\b/.test(lines.join('\n')) : true;
  const operands = [
    ...(usesStep ? ['step: Step'] : []),
    ...(isAugment ? ['draws: Draws'] : []),
    ...parameters.map((each) => `${each}: Tensor`),
  ];
  const targets = new Set(
    own.parameters.flatMap(({ value }, at) => (body.targets.has(value) ? [at] : [])),
  );
  const hasResult = returned !== undefined;
  const text = definition(`${name}(${operands.join(', ')})`, hasResult ? 'Tensor' : 'None', lines);
  return { name, usesStep, targets, hasResult, text };
}

/** The definition of a function. @param result The type that it returns. */
function definition(heading: string, result: string, lines: readonly string[]): string {
  const broken = brokenStatement(`def ${heading}`, 0, ` -> ${result}:`);
  return [...broken, ...lines.map((line) => `    ${line}`), ''].join('\n');
}

interface FunctionUnit extends Unit {
  /** The statement that makes it. */
  readonly line?: string;
}

/** Counts samples by the first operand that grows, or by the batch of the step. */
function unitOf(
  { parameters, graphs: [one, two] }: OutlinedFunction,
  batchSize: number,
  names: readonly string[],
): FunctionUnit {
  for (const [at, { value }] of parameters.entries()) {
    const [few = 1] = typeOf(one, value).shape;
    const [many = 1] = typeOf(two, value).shape;
    if (few !== many)
      return { name: 'n', pair: [few, many], line: `n = ${names[at] ?? ''}.shape[0]` };
  }
  return { name: 'step.batch', pair: [batchSize, 2 * batchSize] };
}

type Results = OutlinedFunction['graphs'][0]['outputs'];

/** Reports, and numbers that are kept from step to step. */
function writeResults(body: Body, results: Results): void {
  for (const { name, kind, value } of results) {
    const place = kind === 'result' ? `step.report["${name}"]` : `step.changes["${name}"]`;
    body.line(`${place} = ${within(body.valueOf(value), binding.atom)}.detach()`);
  }
}

function surroundings(
  project: Project,
  names: Variables,
  draws: string,
  device: string,
): Omit<Surroundings, 'unit'> {
  return {
    names,
    indentation: 4,
    state: (name) => stateText(name, project),
    feed: (input: ProgramInput, shape) => feedText(input, shape, draws, 'step.scheduled'),
    constant: (data, shape) => project.constants.add(data, shape, device),
    call: (call, operands) => callText(call, operands, project),
  };
}

/** A parameter of a network, or a number that is kept from step to step. */
function stateText(name: string, { networks }: Project): PythonText {
  const [network = ''] = name.split('/');
  const isWeight = [...networks.keys()].includes(network);
  return atom(isWeight ? `step.weights["${name}"]` : `step.numbers["${name}"]`);
}

function callText(
  { callee }: GraphCall,
  operands: readonly PythonText[],
  { networks, functions }: Project,
): CallText {
  const texts = operands.map(({ text }) => text);
  switch (callee.kind) {
    case 'gradient':
      return {
        text: `gradient(${texts.join(', ')})`,
        results: [{ name: 'output', wanted: 'slope' }],
      };
    case 'augment': {
      const draws = `step.draws${shareText(callee)}`;
      const text = `augment(${['step', draws, ...texts].join(', ')})`;
      return { text, results: [{ name: 'output', wanted: 'augmented' }] };
    }
    case 'function': {
      const found = functions.get(callee.name);
      const name = functionName(callee.name);
      const all = [...(found?.usesStep ? ['step'] : []), ...texts];
      const results = found?.hasResult ? [{ name: 'output', wanted: name }] : [];
      return { text: `losses.${name}(${all.join(', ')})`, results };
    }
    case 'network': {
      const facts = networks.get(callee.network);
      const all = [
        ...texts,
        ...(facts?.draws ? [`draws=step.draws${shareText(callee)}`] : []),
        ...(facts?.isScheduled ? ['scheduled=step.scheduled'] : []),
        ...(facts?.updates && callee.updates ? ['update=True'] : []),
      ];
      const first = resultName(callee.network, operands[0]);
      const heads = facts?.heads ?? [];
      const results = [
        { name: 'output', wanted: first },
        ...heads.map((name) => ({ name, wanted: `${first}_${name}` })),
      ];
      return { text: `step.${callee.network}(${all.join(', ')})`, results };
    }
  }
}

/** A call in step.py, where losses have their module's name. */
function inStep({ text, results }: CallText): CallText {
  return { text: text.replace(/^augment\(/, 'losses.augment('), results };
}

/** The part of the step's random numbers that a call takes. */
function shareText({
  prefix,
  part,
}: Pick<Extract<GraphCall['callee'], { prefix: string }>, 'prefix' | 'part'>): string {
  return [
    prefix === '' ? '' : `.within("${prefix}")`,
    part ? `.part(${part.index}, ${part.count})` : '',
  ].join('');
}

function resultName(network: string, input: PythonText | undefined): string {
  if (network === 'generator') return 'fake';
  if (network === 'recognition') return 'recognized';
  const of = /^[a-z_]+$/.exec(input?.text ?? '')?.[0];
  return of === undefined ? 'scores' : `${of}_scores`;
}

/** The function that gives the losses of a step. */
export interface StepFacts {
  readonly step: string;
  readonly text: string;
  /** Parts of a batch that it needs, as Python names them. */
  readonly data: readonly string[];
}

export function stepFacts({ step, body: own, terms }: OutlinedStep, project: Project): StepFacts {
  const names = new Variables();
  for (const name of ['real', 'real_labels', 'losses']) names.nameOf(name);
  const unit = { name: 'step.batch', pair: [project.batchSize, 2 * project.batchSize] } as const;
  const body = new Body(own, {
    ...surroundings(project, names, 'step.draws', 'step.device'),
    call: (call, operands) => inStep(callText(call, operands, project)),
    unit,
  });
  const [graph] = own.graphs;
  const isTerm = new Map(terms.map((term) => [own.calls[term.call], term]));
  const outputOf = (call: number): ValueId => own.calls[call]?.outputs[0]?.value ?? 0;
  const always = [
    ...own.calls
      .filter((call) => call.callee.kind === 'function' && !isTerm.get(call)?.lazy)
      .flatMap(({ inputs }) => inputs),
    ...graph.outputs.map(({ value }) => value),
  ];
  body.want([...terms.map(({ call }) => outputOf(call)), ...always]);
  for (const call of own.calls) {
    if (call.callee.kind !== 'function') continue;
    const targets = project.functions.get(call.callee.name)?.targets ?? new Set();
    call.inputs.forEach((id, at) => {
      if (targets.has(at)) body.targets.add(id);
    });
  }
  body.inline(graph.outputs.map(({ value }) => value));
  const functions = new Set([...body.all].filter((item) => isFunction(item)));
  const shared = body.needs(always);
  body.write(new Set([...shared].filter((item) => !functions.has(item))));
  const players = [...new Set(terms.map(({ player }) => player))];
  for (const player of players) {
    const own_ = terms.filter((term) => term.player === player);
    const total = names.nameOf(`${player}_total`);
    own_.forEach(({ call, lazy }, at) => {
      const item = own.calls[call];
      if (!item) return;
      const sum = at === 0 ? `${total} = ` : `${total} = ${total} + `;
      const write = (): void => {
        body.write(new Set([...body.needs(item.inputs)].filter((one) => !functions.has(one))));
        const operands = item.inputs.map((id) => body.valueOf(id));
        body.line(`${sum}${callText(item, operands, project).text}`);
      };
      if (lazy) body.block(`if "${lazy.name}" in step.due:`, write);
      else write();
    });
    body.line(`step.report["${player}Loss"] = ${total}.detach()`);
  }
  for (const call of own.calls) {
    if (call.callee.kind !== 'function' || isTerm.has(call)) continue;
    const operands = call.inputs.map((id) => body.valueOf(id));
    body.line(callText(call, operands, project).text);
  }
  writeResults(body, graph.outputs);
  const result = players.map((player) => `"${player}": ${names.nameOf(`${player}_total`)}`);
  body.line(`return {${result.join(', ')}}`);
  const text = body.lines.join('\n');
  const data = own.feeds
    .filter(({ source }) => source.kind === 'data')
    .map(({ name }) => snakeCase(name))
    .filter((name) => new RegExp(`\\b${name}\\b`).test(text));
  const operands = ['step: Step', ...data.map((name) => `${name}: Tensor`)];
  const heading = `${step}_losses(${operands.join(', ')})`;
  return { step, text: definition(heading, 'dict[str, Tensor]', body.lines), data };
}

function isFunction(item: object): boolean {
  return 'callee' in item && (item as GraphCall).callee.kind === 'function';
}
