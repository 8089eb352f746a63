/** The forms of a spec as text. */
import { argumentMustBe } from '../diagnostics/arguments.js';
import type { Program } from '../program/program.js';
import { costTable } from './graphCosts.js';
import { jsonText } from '../checkpoint/jsonText.js';
import type { KernelGraph } from '../ir/kernelGraph.js';
import { printGraph } from '../ir/print.js';
import { dataTable } from '../language/resolve/dataTable.js';
import { networkTable } from '../language/resolve/networkTable.js';
import type { ResolvedGan } from '../language/resolvedGan.js';
import { stages, type Stage } from './stages.js';

const isStage = argumentMustBe(`one of ${stages.join(', ')}`, (value) =>
  stages.some((stage) => stage === value),
);

/** The forms of a compiled spec. */
export interface Forms {
  readonly resolved: ResolvedGan;
  /** The graphs before any pass. */
  readonly recordedGraphs: () => readonly KernelGraph[];
  /** The graphs after all passes, and their state. */
  readonly program: Program;
}

/** A spec at one stage of the pipeline. */
export async function stageText(
  stage: Stage,
  { resolved, recordedGraphs, program }: Forms,
): Promise<string> {
  isStage('stage of explain', stage);
  switch (stage) {
    case 'summary':
      return Object.values(resolved.networks).map(networkTable).join('\n');
    case 'data':
      return dataTable(resolved.spec.data.type, resolved.data);
    case 'costs':
      return costTable(program);
    case 'normalized':
      return jsonText(resolved.spec);
    case 'resolved':
      return jsonText(resolved);
    case 'graph':
      return printAll(recordedGraphs());
    case 'passes':
      return printAll(program.graphs);
    case 'onnx': {
      const { modelText } = await import('../lowering/onnx/modelText.js');
      return program.graphs.map((graph) => modelText(graph)).join('\n');
    }
  }
}

function printAll(graphs: readonly KernelGraph[]): string {
  return graphs.map(printGraph).join('\n');
}
