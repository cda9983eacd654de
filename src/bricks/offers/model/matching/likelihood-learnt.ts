/** Made by `bin/make-likelihood.ts` from the villages of `bench/villages`. */
export const BIAS = -20.292
export const WEIGHTS = {
  met: 0.446,
  overlap: 0.056,
  overlapFlat: 2.361,
  named: 0.077,
  sought: -0.248,
  acts: 0.17,
  chance: 2.155,
  sharp: -0.406,
  way: 3.473,
  near: 16.181,
  apart: 0.937,
}
