/** Converts the tree of jsonc-parser, and reports what JSON allows and a spec does not. */
import type { Node } from 'jsonc-parser';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { maxDiagnostics, omittedDiagnostic } from '../diagnostics/omitted.js';
import { maxKeyLength } from './bounds.js';
import { errorAt } from './errorAt.js';
import type { JsonMember, JsonNode, JsonScalar, Range, SourceText } from './jsonTree.js';
import { placeOf, placeOfFile } from './locate.js';
import { pointerTo } from './pointer.js';

/** Keys with a meaning in JavaScript. */
const forbiddenKeys = ['__proto__', 'constructor', 'prototype'];

type Path = readonly (string | number)[];

/**
 * @param root A tree without syntax errors.
 * @param from Added to the offsets of the tree.
 */
export function buildTree(
  source: SourceText,
  root: Node,
  from: number,
): { readonly tree: JsonNode; readonly problems: readonly Diagnostic[] } {
  const builder = new TreeBuilder(source, from);
  return { tree: builder.node(root, []), problems: builder.problems() };
}

/** The error of a key that no object may have; undefined for other keys. */
export function forbiddenKey(key: string, range: Range, pointer: string): Diagnostic | undefined {
  const refuse = (message: string): Diagnostic =>
    errorAt(placeOf(range), 'GAN106', message, { pointer });
  if (forbiddenKeys.includes(key)) return refuse(`the key "${key}" is not allowed in a spec`);
  if (key.length <= maxKeyLength) return undefined;
  return refuse(`this key has ${key.length} characters; a key has at most ${maxKeyLength}`);
}

class TreeBuilder {
  readonly #problems: Diagnostic[] = [];
  #omitted = 0;

  constructor(
    private readonly source: SourceText,
    private readonly from: number,
  ) {}

  /** The first problems, and the number of the rest. */
  problems(): readonly Diagnostic[] {
    const counts = { error: this.#omitted, warning: 0 };
    return [...this.#problems, ...omittedDiagnostic(counts, placeOfFile(this.source.file))];
  }

  node(node: Node, path: Path): JsonNode {
    const range = this.#range(node);
    const children = node.children ?? [];
    if (node.type === 'object') {
      return { kind: 'object', range, members: this.#members(children, path) };
    }
    if (node.type === 'array') {
      const items = children.map((item, index) => this.node(item, [...path, index]));
      return { kind: 'array', range, items };
    }
    // In jsonc-parser the type of a scalar's value is any.
    const value = node.value as JsonScalar;
    if (typeof value === 'number' && !Number.isFinite(value)) this.#tooLarge(range, path);
    return { kind: 'scalar', range, value };
  }

  #members(properties: readonly Node[], path: Path): Map<string, JsonMember> {
    const members = new Map<string, JsonMember>();
    for (const property of properties) {
      const [keyNode, valueNode] = property.children ?? [];
      if (!keyNode || !valueNode) continue;
      const name = String(keyNode.value);
      const key = this.#range(keyNode);
      const here = [...path, name];
      const refusal = forbiddenKey(name, key, pointerTo(here));
      if (refusal) {
        this.#report(() => refusal);
        continue;
      }
      const earlier = members.get(name);
      if (earlier) this.#twice(name, earlier.key, key, here);
      members.set(name, { key, value: this.node(valueNode, here) });
    }
    return members;
  }

  #twice(name: string, first: Range, second: Range, path: Path): void {
    const message = `the key "${name}" stands twice in one object`;
    this.#report(() =>
      errorAt(placeOf(second), 'GAN104', message, {
        pointer: pointerTo(path),
        notes: [{ message: 'first written here', place: placeOf(first) }],
        hint: 'delete one of the two',
      }),
    );
  }

  #tooLarge(range: Range, path: Path): void {
    const written = range.source.text.slice(range.offset, range.offset + range.length);
    const message = `${written.slice(0, 40)} is too large for a 64-bit float`;
    this.#report(() => errorAt(placeOf(range), 'GAN105', message, { pointer: pointerTo(path) }));
  }

  #report(problem: () => Diagnostic): void {
    if (this.#problems.length < maxDiagnostics) this.#problems.push(problem());
    else this.#omitted += 1;
  }

  #range({ offset, length }: Node): Range {
    return { source: this.source, offset: this.from + offset, length };
  }
}
