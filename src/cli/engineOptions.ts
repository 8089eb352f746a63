/** The options that choose what runs the graphs. */
import { Option } from 'commander';
import { engineList, type EngineRequest } from '../engines/list.js';
import { refuse } from './refuse.js';

/** Options as they are given. */
export interface EngineChoices {
  readonly engine?: EngineRequest;
  readonly provider?: string;
}

/** The beginning of the name of an engine with a provider. */
const prefix = 'onnx:';

/** The option `--engine`. @param fallback Description of its default. */
export function engineOption(fallback: string): Option {
  const names = engineList.map(({ name }) => name).filter((name) => !name.startsWith(prefix));
  return new Option('--engine <engine>', `what runs the graphs (${fallback})`).choices([
    'auto',
    ...names,
  ]);
}

/** The option `--provider`. */
export function providerOption(): Option {
  const names = engineList
    .map(({ name }) => name)
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length));
  return new Option(
    '--provider <provider>',
    'what the engine onnx runs on (default: "cpu"); GPUs are experimental',
  ).choices(['cpu', ...names]);
}

/** The engine of both options; undefined where neither is given. */
export function engineOf({ engine, provider }: EngineChoices): EngineRequest | undefined {
  if (provider === undefined) return engine;
  if (engine !== undefined && engine !== 'auto' && engine !== 'onnx') {
    refuse(`--provider belongs to --engine onnx, and the engine is ${engine}`);
  }
  // The option takes no other names.
  return provider === 'cpu' ? 'onnx' : (`${prefix}${provider}` as EngineRequest);
}
