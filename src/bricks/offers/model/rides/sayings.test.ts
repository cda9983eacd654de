import assert from 'node:assert/strict'
import { test } from 'node:test'
import { heardRide } from '../../../../../tests/support/heard-ride.ts'
import { plainOf } from '../../../../text/harvest/mask.ts'
import {
  ASKED,
  CARLESS,
  IS_ASKED,
  IS_CARLESS,
  IS_NO_RIDE,
  IS_TAKEN,
  NO_RIDE,
  type RideSaying,
  TAKEN,
  whole,
} from './sayings.ts'

const plain = (text: string): string => plainOf(text.replace(/’/g, "'"))

/** The sentence, heard as if no list had this way of saying. */
function heardWithout(saying: RideSaying, all: readonly RideSaying[], is: RegExp): string {
  is.compile(whole(all.filter(one => one !== saying)).source)
  try {
    return heardRide(saying[1])
  } finally {
    is.compile(whole(all).source)
  }
}
/** Each way of saying stands in its own sentence, and what is told of it hangs on it alone. */
const said = (all: readonly RideSaying[], is: RegExp, are: readonly string[]): void => {
  for (const saying of all) {
    const [shape, sentence] = saying
    assert.match(plain(sentence), new RegExp(`(?<![a-z])(?:${shape})`), sentence)
    assert.ok(are.includes(heardRide(sentence)), `${heardRide(sentence)}: ${sentence}`)
    assert.notEqual(heardWithout(saying, all, is), heardRide(sentence), sentence)
  }
}

test('who is driven, drives somebody or has no car is heard, each in its own words', () => {
  said(TAKEN, IS_TAKEN, ['ride'])
  said(ASKED, IS_ASKED, ['asked', 'ride'])
  said(CARLESS, IS_CARLESS, ['asked', 'ride'])
  said(NO_RIDE, IS_NO_RIDE, ['none'])
})
