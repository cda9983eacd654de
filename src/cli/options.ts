import type { Verb, VerbOption } from '../contract/verb.ts'

/** Options of its own, and those that every verb takes. */
export const optionsOf = (verb: Verb): Readonly<Record<string, VerbOption>> => ({
  ...verb.options,
  ...(verb.json ? { json: {} } : {}),
  data: { value: 'folder' },
})

/** Whether an option is followed by a value; else it is a switch. */
export const takesValue = ({ value, choices }: VerbOption): boolean =>
  value !== undefined || choices !== undefined
