/** Functions of `losses.py`. */
import { typeOf } from '../../../ir/typeOf.js';
import type { OutlinedFunction } from '../../../program/outline/outline.js';
import type { ProgramInput } from '../../../program/program.js';
import { brokenStatement } from './brokenStatement.js';
import { Body, type Surroundings } from './body.js';
import { callText, functionName } from './callText.js';
import { feedText } from './drawText.js';
import { atom, binding, within, type PythonText } from './expression.js';
import type { FunctionFacts, Project } from './project.js';
import { Variables, snakeCase } from './variables.js';
import type { Unit } from './sizes.js';

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

/** The definition of a function. @param result The type that it returns. */
export function definition(heading: string, result: string, lines: readonly string[]): string {
  const broken = brokenStatement(`def ${heading}`, 0, ` -> ${result}:`);
  return [...broken, ...lines.map((line) => `    ${line}`), ''].join('\n');
}

type Results = OutlinedFunction['graphs'][0]['outputs'];

/** Reports, and numbers that are kept from step to step. */
export function writeResults(body: Body, results: Results): void {
  for (const { name, kind, value } of results) {
    const place = kind === 'result' ? `step.report["${name}"]` : `step.changes["${name}"]`;
    body.line(`${place} = ${within(body.valueOf(value), binding.atom)}.detach()`);
  }
}

/** The project around a function. */
export function surroundings(
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
