import type { BrickTables } from '../../../contract/brick.ts'
import { recordType } from '../../../core/schema.ts'

/**
 * Someone whom this box knows: a name to be called by, a commune, and how to be reached. All of it
 * stays here.
 */
export const member = recordType({
  name: 'member',
  title: 'name',
  space: 'home',
  fields: {
    name: { kind: 'text', required: true, longest: 60 },
    commune: { kind: 'commune' },
    /** *Non merci, je passerai par Kwan*: the member or the relay who writes for them. */
    through: { kind: 'text' },
    state: { kind: 'choice', choices: ['here', 'left'], unasked: true },
    keyedBy: { kind: 'link', to: ['member'], unasked: true },
    /** What was told them, and they said that they saw (contract/to-do.ts, `ToDo.news`). */
    seen: { kind: 'text', many: true, unsearched: true, unasked: true },
    /**
     * The day on which they first came by a card or a phrase, since it was last closed by the
     * keeper: before, they read on no screen.
     */
    cameOn: { kind: 'day', unasked: true },
  },
})

/**
 * How one member is reached: a record of its own, so that it can be shared or taken back without
 * touching the member.
 */
export const contact = recordType({
  name: 'contact',
  title: 'how',
  space: 'home',
  fields: {
    member: { kind: 'link', to: ['member'], unasked: true },
    how: { kind: 'choice', choices: ['phone', 'relay', 'word'], required: true },
    phone: { kind: 'phone' },
    relay: { kind: 'link', to: ['relay'] },
    keyedBy: { kind: 'link', to: ['member'], unasked: true },
  },
})

/**
 * What a member agreed to, one use at a time: an act with its day, and the day on which it was
 * taken back.
 */
export const consent = recordType({
  name: 'consent',
  title: 'use',
  space: 'home',
  fields: {
    member: { kind: 'link', to: ['member'], unasked: true },
    use: { kind: 'choice', choices: ['phone-shown', 'told'], required: true },
    givenOn: { kind: 'day', unasked: true },
    withdrawnOn: { kind: 'day', unasked: true },
    /** Said in their place, on paper or by word of mouth: by whom. */
    keyedBy: { kind: 'link', to: ['member'], unasked: true },
  },
})

/**
 * A person who accepted to pass words on: who, where, when. Asked in `home`; in the commons once
 * they said yes.
 */
export const relay = recordType({
  name: 'relay',
  title: 'name',
  path: '/relais',
  proper: true,
  fields: {
    /** Who carries words, where and when: no other box says it of ours. */
    name: { kind: 'text', required: true, longest: 60, ours: true },
    where: { kind: 'text', required: true, ours: true },
    when: { kind: 'text', ours: true },
    phone: { kind: 'phone' },
    commune: { kind: 'commune', ours: true },
    member: { kind: 'link', to: ['member'], space: 'home', unasked: true },
    state: {
      kind: 'choice',
      choices: ['asked', 'accepted', 'ended'],
      space: 'home',
      unasked: true,
    },
  },
})

/**
 * A word left for someone, with a relay: it stays in the relay's list until it is handed over.
 * Never leaves this box.
 */
export const word = recordType({
  name: 'word',
  title: 'forWhom',
  space: 'home',
  fields: {
    forWhom: { kind: 'text', required: true, longest: 60 },
    sender: { kind: 'text', required: true, longest: 60 },
    /**
     * Who wrote it, as far as this box knows: somebody without card signs as they like; a card has
     * its own name.
     */
    signedBy: { kind: 'choice', choices: ['visitor', 'card', 'keeper'], unasked: true },
    writer: { kind: 'link', to: ['member'], unasked: true },
    reach: { kind: 'text' },
    said: { kind: 'text', required: true, longest: 600 },
    about: { kind: 'link', unasked: true },
    member: { kind: 'link', to: ['member'], unasked: true },
    relay: { kind: 'link', to: ['relay'] },
    /** The member who hands it over; without one, the keeper does. */
    carrier: { kind: 'link', to: ['member'], unasked: true },
    seenOn: { kind: 'day', unasked: true },
    handedOn: { kind: 'day', unasked: true },
    /** The last day on which whoever hands it over looked for them, and did not find them. */
    missedOn: { kind: 'day', unasked: true },
    /** Put aside by whoever would hand it over, with what one act put aside. */
    aside: { kind: 'text', unasked: true, unsearched: true },
    /** What whom it is for answered, outside a thread: its sender reads it. */
    answer: { kind: 'text', longest: 600, unasked: true, unsearched: true },
    answeredOn: { kind: 'day', unasked: true },
  },
})

/** Made from the log, by a check and by a rebuild too. */
export const tables: BrickTables = { records: [member, contact, consent, relay, word] }
