/** Invariants of every kernel graph. */
import { InternalError } from '../../diagnostics/errors.js';
import { arrayOf } from '../arrays.js';
import type { ValueId } from '../kernelGraph.js';
import { sameType } from '../sameType.js';
import { inferType } from '../shapeRules/shapeRules.js';
import { sizeOf, typeText, type DType, type TensorType } from '../tensorType.js';
import type { Invariant, ReportViolation } from './verify.js';

const sized: Invariant = {
  sentence: 'inputs and constants have whole sizes of at least 0',
  check({ types, inputs, constants }, report) {
    for (const { value } of [...inputs, ...constants]) {
      const type = types[value];
      if (type === undefined || type.shape.every(isSize)) continue;
      report(`${value} is ${typeText(type)}`);
    }
  },
};

function isSize(size: number): boolean {
  return Number.isInteger(size) && size >= 0;
}

const defined: Invariant = {
  sentence: 'every value is defined once, before it is read',
  check({ types, inputs, constants, nodes, outputs }, report) {
    const known = new Uint8Array(types.length);
    const define = (value: ValueId, report: ReportViolation, node?: number): void => {
      if (types[value] === undefined) report(`defines ${value}, which has no type`, node);
      if (known[value] === 1) report(`defines ${value} again`, node);
      known[value] = 1;
    };
    for (const { name, value } of inputs) {
      define(value, (text) => {
        report(`the input ${name} ${text}`);
      });
    }
    for (const { value } of constants) {
      define(value, (text) => {
        report(`a constant ${text}`);
      });
    }
    nodes.forEach((node, index) => {
      for (const value of node.inputs) {
        if (known[value] !== 1) report(`reads ${value}`, index);
      }
      define(node.output, report, index);
    });
    for (const { name, value } of outputs) {
      if (known[value] !== 1) report(`the output ${name} reads ${value}`);
    }
  },
};

const inferred: Invariant = {
  sentence: 'every node has the type that its shape rule gives',
  check({ types, nodes }, report) {
    nodes.forEach((node, index) => {
      const declared = types[node.output];
      const operands = typesOf(node.inputs, types);
      if (declared === undefined || operands === undefined) return;
      try {
        const type = inferType(node.kernel, operands, node.attributes);
        if (sameType(declared, type)) return;
        report(`has ${typeText(declared)} instead of ${typeText(type)}`, index);
      } catch (error) {
        if (!(error instanceof InternalError)) throw error;
        report(`is ${error.message}`, index);
      }
    });
  },
};

/** The types of values; `undefined` where one of them has none. */
function typesOf(
  values: readonly ValueId[],
  types: readonly TensorType[],
): readonly TensorType[] | undefined {
  const found: TensorType[] = [];
  for (const value of values) {
    const type = types[value];
    if (type === undefined) return undefined;
    found.push(type);
  }
  return found;
}

/** True for numbers that a tensor of a dtype can hold; in float32 engines round any number. */
const holds: { readonly [D in DType]: (value: number) => boolean } = {
  float32: () => true,
  int32: (value) => (value | 0) === value,
  bool: (value) => value === 0 || value === 1,
};

const constantsHeld: Invariant = {
  sentence: 'every constant holds numbers of its type',
  check({ types, constants }, report) {
    for (const { value, content } of constants) {
      const type = types[value];
      if (type === undefined) continue;
      if ('fill' in content) {
        if (holds[type.dtype](content.fill)) continue;
        report(`${value} of ${typeText(type)} holds ${content.fill}`);
      } else {
        const { data } = content;
        if (data instanceof arrayOf[type.dtype] && data.length === sizeOf(type.shape)) continue;
        report(`${value} of ${typeText(type)} holds ${data.constructor.name}(${data.length})`);
      }
    }
  },
};

const named: Invariant = {
  sentence: 'inputs have different names, and so have outputs of one kind',
  check({ inputs, outputs }, report) {
    reportRepeats(
      inputs.map(({ name }) => `the input ${name}`),
      report,
    );
    reportRepeats(
      outputs.map(({ kind, name }) => `the ${kind} ${name}`),
      report,
    );
  },
};

function reportRepeats(names: readonly string[], report: ReportViolation): void {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) report(name);
    seen.add(name);
  }
}

const stateKept: Invariant = {
  sentence: 'state keeps its type',
  check({ types, inputs, outputs }, report) {
    const before = new Map(
      inputs.flatMap(({ kind, name, value }) => (kind === 'state' ? [[name, types[value]]] : [])),
    );
    for (const { kind, name, value } of outputs) {
      const [old, next] = [before.get(name), types[value]];
      if (kind !== 'state' || !old || !next || sameType(old, next)) continue;
      report(`${name} comes as ${typeText(old)} and goes as ${typeText(next)}`);
    }
  },
};

const placed: Invariant = {
  sentence: 'the origin of every node is a JSON Pointer or empty',
  check({ nodes }, report) {
    nodes.forEach(({ origin }, index) => {
      if (origin !== '' && !origin.startsWith('/')) report('', index);
    });
  },
};

/** The invariants of graphs at every stage. */
export const wellFormed: readonly Invariant[] = [
  sized,
  defined,
  inferred,
  constantsHeld,
  named,
  stateKept,
  placed,
];
