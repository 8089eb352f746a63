/** Samples that go several ways, all else being as it is. */
import type { SampleNumbers, Traversal } from '../directions/traversals.js';
import type { SampleWays } from '../runs/pictures/waysFile.js';
import type { Session } from '../train/session.js';

/** The samples that go the ways. */
interface Travellers {
  /** Numbers of all of them. */
  readonly start: SampleNumbers;
  readonly samples: number;
  /** The class of each; undefined where they have none. */
  readonly labels: Int32Array | undefined;
}

/** The samples at every stop of every way. */
export async function samplesAlong(
  session: Session,
  ways: readonly Traversal[],
  { start, samples, labels }: Travellers,
): Promise<SampleWays> {
  const stops = ways.flatMap((way) => way.stops);
  const drawn: Float32Array[] = [];
  let shape: readonly number[] = [];
  for (let traveller = 0; traveller < samples; traveller += 1) {
    const own = rowOf(start, traveller, samples);
    const changes = stops.map(({ change }) => ({ ...own, ...change(own) }));
    const feeds = Object.fromEntries(
      Object.keys(own).map((name) => [name, joined(changes.map((numbers) => numbers[name]))]),
    );
    const label = labels?.[traveller];
    const choice = { feeds, ...(label !== undefined && { label }) };
    const found = await session.sample(stops.length, choice);
    drawn.push(found.data);
    [, ...shape] = found.shape;
  }
  const data = inOrderOfWays(drawn, ways);
  return {
    samples: { dtype: 'float32', shape: [stops.length * samples, ...shape], data },
    ways: ways.map((way) => ({ name: way.name, stops: way.stops.map(({ name }) => name) })),
    travellers: samples,
  };
}

/** The numbers of one of several samples. */
function rowOf(all: SampleNumbers, row: number, count: number): SampleNumbers {
  return Object.fromEntries(
    Object.entries(all).map(([name, data]) => {
      const size = data.length / count;
      return [name, data.subarray(row * size, (row + 1) * size)];
    }),
  );
}

function joined(parts: readonly (Float32Array | undefined)[]): Float32Array {
  const [first] = parts;
  const size = first?.length ?? 0;
  const data = new Float32Array(parts.length * size);
  parts.forEach((part, at) => {
    if (part) data.set(part, at * size);
  });
  return data;
}

/** The samples of all travellers, way by way. @param drawn Of each, the samples at all stops. */
function inOrderOfWays(drawn: readonly Float32Array[], ways: readonly Traversal[]): Float32Array {
  const total = ways.reduce((sum, { stops }) => sum + stops.length, 0);
  const size = (drawn[0]?.length ?? 0) / total;
  let first = 0;
  const parts = ways.flatMap(({ stops }) => {
    const [start, end] = [first * size, (first + stops.length) * size];
    first += stops.length;
    return drawn.map((data) => data.subarray(start, end));
  });
  return Float32Array.from(parts.flatMap((part) => [...part]));
}
