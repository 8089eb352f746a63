import { chooseEngine } from '../engines/choose.js';
import type { EngineName } from '../engines/list.js';
import { arrayOf } from '../ir/arrays.js';
import type { KernelGraph } from '../ir/kernelGraph.js';
import type { TensorData, TensorMap } from '../ir/tensorType.js';
import { typeOf } from '../ir/typeOf.js';

/** Runs a graph once in float32. @param feeds Numbers of every input by name. */
export async function runOn(
  name: EngineName,
  graph: KernelGraph,
  feeds: ReadonlyMap<string, ArrayLike<number>>,
): Promise<TensorMap> {
  const { engine } = await chooseEngine(name);
  const session = await engine.prepare([graph]);
  try {
    const inputs = graph.inputs.map(({ name: input, value }): [string, TensorData] => {
      const type = typeOf(graph, value);
      return [input, { ...type, data: arrayOf[type.dtype].from(feeds.get(input) ?? []) }];
    });
    return await session.run(graph.name, new Map(inputs));
  } finally {
    await session.dispose();
  }
}

/** A failure message for the first number among results that is not finite. */
export function notFinite(results: TensorMap): string | undefined {
  for (const [name, { data }] of results) {
    const wrong = data.find((value) => !Number.isFinite(value));
    if (wrong !== undefined) return `${name} is ${wrong}`;
  }
  return undefined;
}
