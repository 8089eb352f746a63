/** Messages between the host thread and the training thread: the choice of the engine, calls of an executor's methods, and their answers. */
import { GanspecError, InternalError, type ExitCode } from '../../diagnostics/errors.js';
import type { EngineOptions, FallBack } from '../../engines/engine.js';
import type { EngineRequest } from '../../engines/list.js';
import type { TensorMap } from '../../ir/tensorType.js';
import type { Program } from '../../program/program.js';
import type { ExecutorResult } from './executor.js';

export type Call =
  | { readonly method: 'choose'; readonly engine: EngineRequest | undefined }
  | {
      readonly method: 'prepare';
      readonly program: Program;
      readonly seed: number;
      readonly options: EngineOptions;
    }
  | {
      readonly method: 'run' | 'examine';
      readonly graph: string;
      readonly run: number;
      readonly feeds: TensorMap;
    }
  | { readonly method: 'readState' }
  | { readonly method: 'writeState'; readonly state: TensorMap }
  | { readonly method: 'dispose' };

/** The answer to `run`. */
export interface RunAnswer extends ExecutorResult {
  readonly fallBack?: FallBack;
}

export interface Request {
  readonly id: number;
  readonly call: Call;
}

/** An error as plain data; `hint` and `exitCode` only for the user's mistakes. */
interface SentError {
  readonly message: string;
  readonly stack?: string | undefined;
  readonly user?: { readonly code: string; readonly exitCode: ExitCode; readonly hint?: string };
}

export type Response =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: SentError };

export function sendError(error: unknown): SentError {
  if (error instanceof GanspecError) {
    const { code, exitCode, hint, message } = error;
    return { message, user: { code, exitCode, ...(hint !== undefined && { hint }) } };
  }
  if (error instanceof Error) return { message: error.message, stack: error.stack };
  return { message: String(error) };
}

export function receiveError({ message, stack, user }: SentError): Error {
  if (user) return new GanspecError(user.code, user.exitCode, message, user.hint);
  const error = new InternalError(`in the training thread: ${message}`);
  if (stack !== undefined) error.stack = stack;
  return error;
}
