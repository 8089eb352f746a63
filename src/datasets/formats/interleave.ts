/** Converts planes, one for each channel, to interleaved channels. */
export function interleave(planes: Uint8Array, channels: number, out: Uint8Array): void {
  const plane = out.length / channels;
  for (let pixel = 0; pixel < plane; pixel++) {
    for (let channel = 0; channel < channels; channel++) {
      out[channels * pixel + channel] = planes[channel * plane + pixel] ?? 0;
    }
  }
}
