/** The forms of convolutions; a new one is a line here. */
import { fourierTiles, tapsOfPhase, toomCookTiles, wholeAxis } from '../../convolution/axis.js';
import { bilinearConvolution } from './bilinear/bilinearConvolution.js';
import type { ConvForm } from './convForm.js';
import { directByPhases, directScattered } from './direct.js';
import { nativeConvolution } from './native.js';

/** For GPUs. */
export const nativeForms: readonly ConvForm[] = [nativeConvolution];

/** Forms whose nodes are alike for every number of images. */
export const directForms: readonly ConvForm[] = [directByPhases, directScattered];

/** All forms for CPUs. */
export const convForms: readonly ConvForm[] = [
  ...directForms,
  bilinearConvolution('tiles of 2 × 2', (axis) => toomCookTiles(axis, 2)),
  bilinearConvolution('tiles of 4 × 4', (axis) => toomCookTiles(axis, 4)),
  bilinearConvolution('short Fourier tiles', (axis) => fourierTiles(axis, tapsOfPhase(axis))),
  bilinearConvolution('long Fourier tiles', (axis) => fourierTiles(axis, 2 * tapsOfPhase(axis))),
  bilinearConvolution('whole map', wholeAxis),
];
