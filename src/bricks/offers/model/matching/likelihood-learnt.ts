/** Made by `bin/make-likelihood.ts` from the villages of `bench/villages`. */
export const BIAS = -20.502
export const WEIGHTS = {
  met: 0.442,
  overlap: -0.494,
  overlapFlat: 2.489,
  named: -0.049,
  sought: -0.324,
  acts: 0.166,
  chance: 2.305,
  sharp: -0.706,
  way: 4.493,
  near: 15.66,
  apart: 0.496,
}
