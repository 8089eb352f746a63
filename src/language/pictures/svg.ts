/** Pieces of pictures in SVG: boxes and the arrows between them. */

/** Height of a box in pixels. */
export const boxHeight = 40;

/** Pixels of a box that is as narrow as they become. */
const narrowest = 190;

/** Pixels of room to the left and the right of the text in a box. */
const padding = 10;

/** Pixels of letters, and the number of them from which a text is cut off. */
const labelFont = { size: 13, longest: 52 };
const noteFont = { size: 11, longest: 68 };

/** A picture, or a part of one that starts at its own left upper corner. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Elements of SVG. */
  readonly content: string;
}

/** The text in a box. */
export interface BoxText {
  readonly label: string;
  readonly note: string;
}

/** A box with its left upper corner. */
export interface Box extends BoxText {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** True for the start of a flow, which is tinted. */
  readonly isStart?: boolean;
}

const style = [
  `text{font:${labelFont.size}px system-ui,sans-serif;fill:#1c1c1e}.note{font-size:${noteFont.size}px;fill:#55585f}.title{font-weight:600}`,
  'rect{fill:#f3f4f6;stroke:#8a8f99}.start{fill:#dce8fb}.line{fill:none;stroke:#6b7079;stroke-width:1.3}.head{fill:#6b7079}',
  '@media(prefers-color-scheme:dark){text{fill:#ececee}.note{fill:#b3b7c0}rect{fill:#212328;stroke:#7a7f8a}.start{fill:#22344f}.line{stroke:#a3a8b3}.head{fill:#a3a8b3}}',
].join('');

/** A complete file, dark where the reader is. @param title For readers who do not see it. */
export function svgFile({ width, height, content }: Drawing, title: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${width + 2}" height="${height + 2}" viewBox="-1 -1 ${width + 2} ${height + 2}">
<title>${escaped(title)}</title>
<style>${style}</style>
<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="head" d="M0 0 8 4 0 8z"/></marker></defs>
${content}
</svg>
`;
}

/** The width at which boxes, all of one width, hold their texts. */
export function boxWidth(texts: readonly BoxText[]): number {
  const widths = texts.flatMap(({ label, note }) => [
    svgTextWidth(clipped(label, labelFont.longest), labelFont.size),
    svgTextWidth(clipped(note, noteFont.longest), noteFont.size),
  ]);
  return Math.max(narrowest, ...widths.map((width) => Math.ceil(width) + 2 * padding));
}

/** About the pixels that a text takes, at letters as wide as those of DejaVu Sans, one of the widest fonts of systems. */
export function svgTextWidth(text: string, size: number): number {
  return 0.6 * size * text.length;
}

export function boxElement({ x, y, width, label, note, isStart = false }: Box): string {
  const start = isStart ? ' class="start"' : '';
  const left = x + padding;
  return [
    `<rect x="${x}" y="${y}" width="${width}" height="${boxHeight}" rx="5"${start}/>`,
    `<text x="${left}" y="${y + 17}">${escaped(clipped(label, labelFont.longest))}</text>`,
    `<text class="note" x="${left}" y="${y + 32}">${escaped(clipped(note, noteFont.longest))}</text>`,
  ].join('');
}

/** @param path As of the attribute `d`. */
export function arrowElement(path: string): string {
  return `<path class="line" marker-end="url(#head)" d="${path}"/>`;
}

export function titleElement(text: string): string {
  return `<text class="title" x="0" y="13">${escaped(text)}</text>`;
}

/** Height of a title with the room below it. */
export const titleHeight = 28;

function clipped(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Drawings beside each other. */
export function sideBySide(drawings: readonly Drawing[], gap: number): Drawing {
  let x = 0;
  const content = drawings.map(({ width, content: inner }) => {
    const placed = `<g transform="translate(${x})">${inner}</g>`;
    x += width + gap;
    return placed;
  });
  const height = Math.max(...drawings.map((drawing) => drawing.height));
  return { width: x - gap, height, content: content.join('\n') };
}
