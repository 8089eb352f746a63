/** The order of the names in `docs/api.md`. */
export interface ApiSection {
  readonly title: string;
  readonly names: readonly string[];
}

export const apiSections: readonly ApiSection[] = [
  {
    title: 'Compiling',
    names: [
      'createCompiler',
      'CompilerOptions',
      'Compiler',
      'ReadOptions',
      'CompileOptions',
      'Checked',
      'Gan',
      'loadPlugins',
      'hasSpec',
    ],
  },
  {
    title: 'Training',
    names: [
      'TrainOptions',
      'ResumeOptions',
      'OngoingRun',
      'TrainedGan',
      'RealOptions',
      'SampleOptions',
      'Samples',
    ],
  },
  {
    title: 'Events',
    names: [
      'TrainEvent',
      'KeptEvent',
      'StartEvent',
      'ResumeEvent',
      'StepEvent',
      'ProgressEvent',
      'SamplesEvent',
      'CheckpointEvent',
      'WarningEvent',
      'RollbackEvent',
      'EndEvent',
    ],
  },
  { title: 'Sessions', names: ['PrepareOptions', 'Session', 'Feed', 'Feeds', 'ProgramInput'] },
  {
    title: 'Run folders',
    names: [
      'openRun',
      'Run',
      'compileRun',
      'compilerOfRun',
      'latestRun',
      'listRuns',
      'ListedRun',
      'readRunState',
      'RunState',
      'RunRecord',
      'followRun',
      'FollowRunOptions',
    ],
  },
  {
    title: 'Compiled folders',
    names: ['CompileToOptions', 'openCompiled', 'OpenCompiledOptions', 'CompiledGan'],
  },
  {
    title: 'Errors',
    names: [
      'SpecError',
      'GanspecError',
      'InternalError',
      'Diagnostic',
      'Place',
      'Note',
      'renderDiagnostics',
      'diagnosticToJson',
      'exitCodes',
      'exitCodeOf',
    ],
  },
  {
    title: 'Tools',
    names: [
      'stages',
      'networkTable',
      'dataTable',
      'GraphCost',
      'GraphCosts',
      'PassReport',
      'listPresets',
      'presetText',
      'nearest',
      'describeEngines',
      'EngineReport',
      'engineInstaller',
      'LibraryInstaller',
      'InstallOptions',
      'InstallPlan',
      'decoderVersions',
      'version',
    ],
  },
];
