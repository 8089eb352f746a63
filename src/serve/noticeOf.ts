import { GanspecError, messageOf } from '../diagnostics/errors.js';
import type { Notice } from './answers.js';

/** An error as it is shown. Others than ganspec's are those of the operating system, as of a folder that was removed meanwhile. */
export function noticeOf(error: unknown): Notice {
  if (!(error instanceof GanspecError)) return { code: 'GAN523', message: messageOf(error) };
  const { code, message, hint } = error;
  return { code, message, ...(hint !== undefined && { hint }) };
}
