// placeholder until codegen runs
export type Schedule = { type: 'linear'; from: number; to: number; steps: number };
