/** Made by `bin/make-likelihood.ts` from the villages of `bench/villages`. */
export const BIAS = -20.364
export const WEIGHTS = {
  met: 0.451,
  overlap: 0.109,
  overlapFlat: 2.334,
  named: 0.058,
  sought: -0.206,
  acts: 0.179,
  chance: 2.138,
  sharp: -0.441,
  way: 3.49,
  near: 16.252,
  apart: 0.919,
}
