/** Made by `bin/make-likelihood.ts` from the villages of `bench/villages`. */
export const BIAS = -20.083
export const WEIGHTS = {
  met: 0.465,
  overlap: -0.483,
  overlapFlat: 2.6,
  named: 0.068,
  sought: -0.282,
  acts: 0.17,
  chance: 2.014,
  sharp: -0.71,
  way: 4.525,
  near: 15.235,
  apart: 0.5,
}
