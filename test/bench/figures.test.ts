import { expect, it } from 'vitest';
import { conclude } from '../../bench/compare/figures.js';
import type { Round } from '../../bench/compare/rounds.js';

/** A round in which each peer has one step of the milliseconds given. */
function round(matMulRate: number, ganspec: number, peer: number): Round {
  const turn = (milliseconds: number, peakBytes: number) => ({
    milliseconds: [milliseconds],
    peakBytes,
  });
  const turns = new Map([
    ['ganspec', turn(ganspec, 5)],
    ['peer', turn(peer, 7)],
  ]);
  return { matMulRate, turns };
}

it('a ratio is the median over the quiet rounds', () => {
  const rounds = [round(100, 2, 3), round(80, 4, 8), round(79, 1, 100), round(90, 2, 8)];
  const { figures, ...conclusion } = conclude(rounds, 'ganspec');
  expect(conclusion).toEqual({ rounds: 4, quietRounds: 3, bestMatMulRate: 100 });
  expect(figures.get('peer')).toEqual({
    steps: 3,
    minMilliseconds: 3,
    medianMilliseconds: 8,
    ratio: 2,
    peakBytes: 7,
  });
  expect(figures.get('ganspec')).toMatchObject({ medianMilliseconds: 2, ratio: 1 });
});

it('there is no conclusion from fewer quiet rounds than busy ones', () => {
  const rounds = [round(100, 2, 3), round(79, 2, 3), round(50, 2, 3)];
  expect(conclude(rounds, 'ganspec')).toEqual({
    rounds: 3,
    quietRounds: 1,
    bestMatMulRate: 100,
    figures: new Map(),
  });
});

it('a peer that failed on the way has no figures', () => {
  const last = round(100, 2, 3);
  const turns = new Map([...last.turns].filter(([name]) => name === 'ganspec'));
  const { figures } = conclude([round(100, 2, 3), { ...last, turns }], 'ganspec');
  expect([...figures.keys()]).toEqual(['ganspec']);
});
