/** ganspec: from a JSON spec to a trained GAN. */
export {
  createCompiler,
  type CompileOptions,
  type Compiler,
  type CompilerOptions,
  type ReadOptions,
} from './api/compiler.js';
export type { Checked } from './api/pipeline.js';
export type {
  CompileToOptions,
  EvaluateOptions,
  ExportOptions,
  PrepareOptions,
  ResumeOptions,
  TrainOptions,
} from './api/options.js';
export { stages, type Stage } from './api/stages.js';
export type { Gan } from './api/gan.js';
export type { RealOptions } from './api/ganData.js';
export type { ClassifierSession, Classified } from './train/classifierSession.js';
export type { GanEvaluator } from './evaluation/evaluator.js';
export type { BackboneOptions } from './api/openBackbone.js';
export type { GanEvaluation, MetricResult } from './evaluation/ganEvaluation.js';
export type { TrainedGan } from './api/trained.js';
export { writeOutput } from './api/saveSamples.js';
export { logTable } from './runs/logTable.js';
export { eventFileOf, type EventFile } from './runs/tensorBoard/eventFile.js';
export { animateRun, type AnimateOptions } from './api/animate.js';
export type { InterpolateOptions, WayEnd } from './api/interpolate.js';
export { readNumbers } from './api/readNumbers.js';
export type { Directions, DirectionsOptions } from './api/directions.js';
export type { PrincipalDirection } from './directions/principalDirections.js';
export {
  trainClassifier,
  type ClassifierProgress,
  type ClassifierTraining,
} from './api/trainClassifier.js';
export type { ClassifierRecord } from './evaluation/savedClassifier.js';
export type { OngoingRun } from './api/ongoingRun.js';
export { importRun, type ImportedRun, type ImportOptions } from './api/importRun.js';
export { compilerOfRun } from './api/compilerOfRun.js';
export { compileRun, openRun, type OpenRunOptions, type Run } from './api/run.js';
export {
  openCompiled,
  type CompiledGan,
  type OpenCompiledOptions,
  type Shaped,
} from './api/exported.js';
export type { GanDescription, StepDescription } from './export/description.js';
export type { ExportedGenerator } from './export/exportFolder.js';
export type { Quantization } from './export/quantize.js';
export type { ExportTargetName } from './export/targets/list.js';
export type { TargetOptions } from './export/targets/target.js';
export type { Artefacts } from './export/compiledFolder.js';
export type { GraphCosts } from './api/graphCosts.js';
export type { GraphCost } from './ir/graphCost.js';
export type { PassReport } from './passes/report.js';
export { listPresets, presetText, type Preset } from './language/load/presets.js';
export { nearest } from './language/nearest.js';
export { hasSpec, type SpecSource } from './language/load/load.js';
export { loadPlugins } from './plugins/load.js';
export { decoderVersions } from './datasets/images/decodeImages.js';
export { dataTable } from './language/resolve/dataTable.js';
export { ganPicture } from './language/pictures/pictures.js';
export { networkTable } from './language/resolve/networkTable.js';
export { describeEngines, type EngineReport } from './engines/choose.js';
export { engineInstaller } from './engines/list.js';
export type { InstallOptions, InstallPlan, LibraryInstaller } from './engines/libraryInstaller.js';
export { version } from './version.js';

export { exitCodes, GanspecError, InternalError, SpecError } from './diagnostics/errors.js';
export type { Diagnostic, Note, Place, Severity } from './diagnostics/diagnostic.js';
export { exitCodeOf } from './diagnostics/exitCodeOf.js';
export { diagnosticToJson, type DiagnosticJson } from './diagnostics/json.js';
export { renderDiagnostics } from './diagnostics/render.js';

export * from './generated/makers.js';
export type { ActivationEntry } from './entries/activation.js';
export type {
  LoadedDataset,
  DatasetContext,
  DatasetDescription,
  DatasetEntry,
  DatasetRecord,
  DatasetWarning,
  DecodingReport,
  EncodedSamples,
} from './entries/dataset.js';
export type { Entry, EntryOf, Kind } from './entries/entry.js';
export type { InitializerEntry } from './entries/initializer.js';
export type { LayerEntry } from './entries/layer.js';
export type { LayerContext } from './entries/layerContext.js';
export { LayerShapeError } from './entries/layerShapeError.js';
export type { LossEntry } from './entries/loss.js';
export type { Measurement, MetricEntry, MetricInput, SampleRows } from './entries/metric.js';
export type { OptimizerEntry } from './entries/optimizer.js';
export type { PenaltyContext, PenaltyEntry } from './entries/penalty.js';
export type { ScheduleEntry } from './entries/schedule.js';
export type { Scores, TermContext } from './entries/termContext.js';
export type { FragmentSchema, PropertySchema } from './language/schema/fragment.js';
export { tf } from './tf.js';

export type * from './generated/spec.js';
export type { NormalSpec } from './language/normalSpec.js';
export type {
  ResolvedGan,
  ResolvedLayer,
  ResolvedNetwork,
  StepName,
} from './language/resolvedGan.js';
export type { InputSource, Program, ProgramInput, StateSpec } from './program/program.js';
export type { KernelGraph } from './ir/kernelGraph.js';
export type { Shape, TensorData, TensorMap } from './ir/tensorType.js';
export type { EngineName } from './engines/list.js';
export type { Feed, Feeds } from './train/feeds/given.js';
export type { SampleOptions, Session } from './train/session.js';
export { readComparedRun, type ComparedMoment, type ComparedRun } from './runs/comparison.js';
export { comparisonPage } from './runs/comparisonPage.js';
export { sweep, type SweepOptions } from './api/sweep.js';
export {
  readSpace,
  type NumberRange,
  type SearchSpace,
  type Settings,
} from './runs/sweep/space.js';
export { ranked, type SweepPlan, type Trial, type TrialOutcome } from './runs/sweep/sweepRecord.js';
export { followRun, type FollowRunOptions } from './runs/follow.js';
export { runReport } from './serve/report.js';
export { serveRuns, type RunServer, type ServeOptions } from './serve/serveRuns.js';
export { latestRun } from './runs/latest.js';
export { listRuns, type DamagedRun, type FoundRun, type ListedRun } from './runs/list.js';
export type { RunRecord, RunStatus } from './runs/record.js';
export type { Samples } from './runs/samples.js';
export { readRunState, type RunState } from './runs/state.js';
export type {
  CheckpointEvent,
  EvaluationEvent,
  KeptEvent,
  ProgressEvent,
  RollbackEvent,
  EndEvent,
  ResumeEvent,
  Metrics,
  SamplesEvent,
  StartEvent,
  StepEvent,
  TrainEvent,
  WarningEvent,
} from './runs/events.js';
