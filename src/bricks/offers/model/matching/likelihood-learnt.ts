/** Made by `bin/make-likelihood.ts` from the villages of `bench/villages`. */
export const BIAS = -20.533
export const WEIGHTS = {
  met: 0.442,
  overlap: -0.47,
  overlapFlat: 2.47,
  named: -0.052,
  sought: -0.325,
  acts: 0.168,
  chance: 2.301,
  sharp: -0.705,
  way: 4.5,
  near: 15.686,
  apart: 0.495,
}
