/** Made by `bin/make-likelihood.ts` from the villages of `bench/villages`. */
export const BIAS = -20.19
export const WEIGHTS = {
  met: 0.565,
  overlap: -0.199,
  overlapFlat: 2.602,
  named: -0.027,
  sought: -0.431,
  acts: 0.302,
  chance: 2.371,
  sharp: -1.644,
  way: 5.192,
  near: 14.909,
  apart: 0.628,
}
