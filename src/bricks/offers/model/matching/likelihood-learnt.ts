/** Made by `bin/make-likelihood.ts` from the villages of `bench/villages`. */
export const BIAS = -20.28
export const WEIGHTS = {
  met: 0.447,
  overlap: 0.054,
  overlapFlat: 2.365,
  named: 0.074,
  sought: -0.246,
  acts: 0.172,
  chance: 2.151,
  sharp: -0.408,
  way: 3.47,
  near: 16.173,
  apart: 0.938,
}
