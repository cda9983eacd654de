import { readCode } from '../../core/code.ts'
import type { Reader } from '../reader.ts'
import { code } from './own-records.ts'

/** The stored code with this word and these digits. */
export const storedCode = (read: Reader, word: string, digits: string) =>
  read.list(code, { where: 'word = ? AND digits = ?', with: [word, digits], limit: 1 }, 'home')[0]

/** The stored code that somebody typed. Undefined when it is unknown or malformed. */
export function givenCode(read: Reader, typed: string): ReturnType<typeof storedCode> {
  const asked = readCode(typed)
  return 'fault' in asked ? undefined : storedCode(read, asked.word, asked.digits)
}
