/** Inputs of a program by graph, and by the source of their numbers. */
import type { InputSource, Program, ProgramInput } from '../../program/program.js';

/** An input whose numbers come from this kind of source. */
export type InputFrom<K extends InputSource['kind']> = ProgramInput & {
  readonly source: Extract<InputSource, { readonly kind: K }>;
};

/** All inputs of a graph, in the order in which it declares them. */
export function inputsOf({ inputs }: Program, graph: string): readonly ProgramInput[] {
  return inputs.filter((input) => input.graph === graph);
}

/** The inputs that get their numbers from this kind of source. */
export function inputsFrom<K extends InputSource['kind']>(
  kind: K,
  inputs: readonly ProgramInput[],
): readonly InputFrom<K>[] {
  return inputs.filter((input): input is InputFrom<K> => input.source.kind === kind);
}
