/** Letters of 5 × 7 pixels for the names in pictures. */

/** Height and width of a letter in pixels, without the space between letters. */
export const letterSize = { height: 7, width: 5 } as const;

/** Pixels between the left edges of two letters. */
const advance = letterSize.width + 1;

/** Printable ASCII characters from the space on, five columns of seven bits each, the least bit at the top. */
const glyphs = [
  '000000000000005f00000007000700147f147f14242a7f2a12231308646236495620500005030000',
  '001c2241000041221c0014083e081408083e08080050300000080808080800606000002010080402',
  '3e5149453e00427f400042615149462141454b311814127f1027454545393c4a4949300171090503',
  '3649494936064949291e003636000000563600000814224100141414141400412214080201510906',
  '324979413e7e1111117e7f494949363e414141227f4141221c7f494949417f090909013e4149497a',
  '7f0808087f00417f41002040413f017f081422417f404040407f020c027f7f0408107f3e4141413e',
  '7f090909063e4151215e7f09192946464949493101017f01013f4040403f1f2040201f3f4038403f',
  '631408146307087008076151494543007f41410002040810200041417f0004020102044040404040',
  '000102040020545454787f484444383844444420384444487f3854545418087e0901020c5252523e',
  '7f0804047800447d40002040443d007f1028440000417f40007c041804787c080404783844444438',
  '7c14141408081414187c7c080404084854545420043f4440203c4040207c1c2040201c3c4030403c',
  '44281028440c5050503c4464544c44000836410000007f000000413608001008081008',
].join('');

const [firstCode, lastCode] = [0x20, 0x7e];

/** Letters of a name at most. */
const maxLetters = 16;

/** True for a name whose letters can be drawn, without their accents. */
export function isDrawn(name: string): boolean {
  return /^[\x20-\x7e]+$/.test(plain(name));
}

function plain(name: string): string {
  return name.normalize('NFD').replaceAll(/\p{M}/gu, '');
}

/** The name of a class in letters that can be drawn, without accents; its number where it has other characters. */
export function nameText(name: string | undefined, label: number): string {
  if (name === undefined || !isDrawn(name)) return String(label);
  const text = plain(name);
  return text.length > maxLetters ? `${text.slice(0, maxLetters - 2)}..` : text;
}

/** Width of a text in pixels. */
export function textWidth(text: string): number {
  return Math.max(0, text.length * advance - 1);
}

/** Calls `paint` for every dark pixel of a text, counted from its top left corner. */
export function drawText(text: string, paint: (x: number, y: number) => void): void {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < firstCode || code > lastCode) continue;
    for (let column = 0; column < letterSize.width; column++) {
      const start = 2 * ((code - firstCode) * letterSize.width + column);
      const bits = Number.parseInt(glyphs.slice(start, start + 2), 16);
      for (let y = 0; y < letterSize.height; y++) {
        if ((bits >> y) % 2 === 1) paint(i * advance + column, y);
      }
    }
  }
}
