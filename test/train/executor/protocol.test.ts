import { describe, expect, it } from 'vitest';
import { GanspecError, InternalError } from '../../../src/diagnostics/errors.js';
import { receiveError, sendError } from '../../../src/train/executor/protocol.js';

/** An error after its way to another thread. */
function sent(error: unknown): Error {
  return receiveError(structuredClone(sendError(error)));
}

describe('an error from the training thread', () => {
  it('of the user arrives with its code, exit code and hint', () => {
    const error = sent(new GanspecError('GAN506', 2, 'too few numbers', 'Give more.'));
    expect(error).toBeInstanceOf(GanspecError);
    expect(error).toMatchObject({
      code: 'GAN506',
      exitCode: 2,
      message: 'too few numbers',
      hint: 'Give more.',
    });
  });

  it('of the user may have no hint', () => {
    expect(sent(new GanspecError('GAN506', 2, 'too few numbers'))).toMatchObject({
      hint: undefined,
    });
  });

  it('of any other kind arrives as a bug, with the stack that it had there', () => {
    const original = new TypeError('x is undefined');
    const error = sent(original);
    expect(error).toBeInstanceOf(InternalError);
    expect(error.message).toBe('in the training thread: x is undefined');
    expect(error.stack).toBe(original.stack);
  });

  it('may be anything that was thrown', () => {
    expect(sent('out of luck').message).toBe('in the training thread: out of luck');
  });
});
