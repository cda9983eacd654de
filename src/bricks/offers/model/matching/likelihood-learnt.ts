/** Made by `bin/make-likelihood.ts` from the villages of `bench/villages`. */
export const BIAS = -20.155
export const WEIGHTS = {
  met: 0.562,
  overlap: -0.188,
  overlapFlat: 2.594,
  named: -0.057,
  sought: -0.427,
  acts: 0.304,
  chance: 2.381,
  sharp: -1.646,
  way: 5.164,
  near: 14.895,
  apart: 0.626,
}
