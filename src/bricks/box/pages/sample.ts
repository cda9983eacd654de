import type { Machine } from '../../../contract/box/machine.ts'

/** For tests: a box that is well. */
export const WELL: Machine = {
  isBox: true,
  version: '0.1.0',
  clock: { sure: true, by: 'person', odd: null, last: null },
  disk: { free: 20e9, total: 32e9 },
  memory: { free: 600e6, total: 1e9, stalledPercent: 0 },
  heat: 52,
  power: { isLow: false, lowAt: null },
  wifi: 'open',
  card: { kind: 'sd', name: 'SC32G', usedPercent: null, spares: null, faults: 0 },
  lapses: [],
  isHasty: false,
  written: { since: '2026-12-01', ours: 41e6, all: 900e6 },
  before: null,
  offered: () => [],
  outcomes: {},
}
