/** Made by `bin/make-likelihood.ts` from the villages of `bench/villages`. */
export const BIAS = -20.637
export const WEIGHTS = {
  met: 0.45,
  overlap: -0.445,
  overlapFlat: 2.48,
  named: -0.047,
  sought: -0.28,
  acts: 0.176,
  chance: 2.297,
  sharp: -0.766,
  way: 4.533,
  near: 15.779,
  apart: 0.475,
}
