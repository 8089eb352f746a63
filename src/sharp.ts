/** The package sharp, which reads and writes files of images. It is optional, so only this file imports it. */
import { createRequire } from 'node:module';
import type Sharp from 'sharp';
import { exitCodes, GanspecError, messageOf } from './diagnostics/errors.js';

/** Things that sharp is needed for, as the beginning of a sentence. */
type Purpose = 'images are decoded' | 'animations are written';

/** @throws GanspecError GAN409 if sharp is not installed. */
export async function loadSharp(purpose: Purpose): Promise<typeof Sharp> {
  try {
    return (await import('sharp')).default;
  } catch (error) {
    throw notInstalled(purpose, error);
  }
}

/** Looks for the package without loading it. @throws GanspecError GAN409 if it is not installed. */
export function checkSharp(purpose: Purpose): void {
  try {
    createRequire(import.meta.url).resolve('sharp');
  } catch (error) {
    throw notInstalled(purpose, error);
  }
}

function notInstalled(purpose: Purpose, error: unknown): GanspecError {
  const [reason = ''] = messageOf(error).split('\n');
  return new GanspecError(
    'GAN409',
    exitCodes.data,
    `${purpose} by the package sharp, which cannot be loaded (${reason.replaceAll(/\s+/g, ' ').trim()})`,
    'Run `npm install sharp` beside ganspec.',
  );
}
