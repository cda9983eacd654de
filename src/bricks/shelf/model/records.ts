import type { BrickTables } from '../../../contract/brick.ts'
import { recordType } from '../../../core/schema.ts'
import { LICENCES } from './rules.ts'

/** Units  MB: a million bytes, as disks and telephones count. */
export const MB = 1_000_000

/**
 * A folder of the shelf. Its keeper says what it is for, who reads it, who adds to it; one with a
 * season is a set that is read, and renewed as a whole. All of it stays in this box: it stands
 * beside the bytes.
 */
export const shelfFolder = recordType({
  name: 'shelf-folder',
  title: 'name',
  space: 'home',
  fields: {
    name: { kind: 'text', required: true, longest: 80 },
    purpose: { kind: 'text', longest: 400 },
    readers: { kind: 'choice', choices: ['anyone', 'neighbours', 'keeper'], required: true },
    adders: { kind: 'choice', choices: ['nobody', 'neighbours', 'anyone'], required: true },
    /** What is added is first seen by the keeper. */
    waits: { kind: 'yesNo' },
    /** Of the kinds of rules.ts; none is all of them. */
    kinds: { kind: 'text', many: true, unsearched: true, unasked: true },
    largestMb: { kind: 'number' },
    quotaMb: { kind: 'number' },
    /** *Hiver 2026*: of a set. */
    season: { kind: 'text', longest: 60 },
    setOn: { kind: 'day', unasked: true },
    /** Who made the set, and where it comes from. */
    source: { kind: 'text', longest: 300 },
  },
})

/** A file of the shelf: what it is, whose work, under which licence, who brought it. */
export const shelfFile = recordType({
  name: 'shelf-file',
  title: 'title',
  space: 'home',
  fields: {
    title: { kind: 'text', longest: 160 },
    author: { kind: 'text', longest: 160 },
    about: { kind: 'text', longest: 600 },
    licence: {
      kind: 'choice',
      choices: LICENCES,
      required: true,
    },
    source: { kind: 'url' },
    /** The first name of who brought it, as they want it read beside the file. */
    broughtBy: { kind: 'text', longest: 60 },
    /** One; a form brings several, and each becomes a record. */
    file: { kind: 'files', most: 500, heavy: true, required: true },
    folder: { kind: 'link', to: ['shelf-folder'], unasked: true },
    season: { kind: 'text', longest: 60, unasked: true },
    waiting: { kind: 'yesNo', unasked: true },
    on: { kind: 'day', unasked: true },
    /** With their card; whoever is forgotten takes along what they brought. */
    member: { kind: 'link', to: ['member'], unasked: true, means: 'about' },
  },
})

/** How much of the disk the shelf may take, in percent of what is left: as the keeper chose it. */
export const shelfRoom = recordType({
  name: 'shelf-room',
  title: 'on',
  space: 'home',
  fields: { on: { kind: 'day', unasked: true }, percent: { kind: 'number', unasked: true } },
})

/** Made from the log, by a check and by a rebuild too. */
export const tables: BrickTables = { records: [shelfFolder, shelfFile, shelfRoom] }
