/** Made by `bin/make-likelihood.ts` from the villages of `bench/villages`. */
export const BIAS = -20.198
export const WEIGHTS = {
  met: 0.454,
  overlap: -0.476,
  overlapFlat: 2.603,
  named: 0.046,
  sought: -0.292,
  acts: 0.148,
  chance: 2.115,
  sharp: -0.714,
  way: 4.443,
  near: 15.406,
  apart: 0.494,
}
