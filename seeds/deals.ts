import type { Calendar } from './calendar.ts'
import type { SeedRecord } from './record.ts'

const SAIL = '42195'

/**
 * What neighbours agreed to do: once done and told by all of them, once under way. Whom it is with
 * stays in the box.
 */
export function deals(when: Calendar): readonly SeedRecord[] {
  return [...planks(when), ...ride(when)]
}

type Saying = Readonly<{
  says: 'yes' | 'done' | 'tell'
  name: string
  day: string
  named?: boolean
  thanks?: string
}>

/** Each said by somebody whom the box does not know, and keyed by the keeper. */
const answers = (deal: string, all: readonly Saying[]): readonly SeedRecord[] =>
  all.map(({ says, name, day, ...more }, i) => ({
    key: `${deal}-${i}`,
    type: 'deal-answer',
    fields: { deal: `@${deal}`, name, says, on: day, saidBy: 'keeper', ...more },
    at: day,
  }))

function planks(when: Calendar): readonly SeedRecord[] {
  const [told, done] = [when.day(-2), when.day(-3)]
  const title = 'Nadia a débité ses planches à la scie à ruban de Paul'
  return [
    {
      key: 'fait-planches',
      type: 'deed',
      fields: {
        title,
        who: 'Nadia et Paul',
        doneOn: done,
        commune: SAIL,
        thanks: ['«\u00a0Merci Paul, les étagères tiennent debout.\u00a0» — Nadia'],
      },
      at: told,
    },
    {
      key: 'arrangement-planches',
      type: 'deal',
      fields: {
        what: title,
        when: 'un samedi matin',
        about: ['@offre-scie'],
        names: ['Nadia', 'Paul'],
        mode: 'lend',
        commune: SAIL,
        state: 'done',
        doneOn: done,
        deed: '@fait-planches',
      },
      at: told,
    },
    ...answers('arrangement-planches', [
      { says: 'yes', name: 'Nadia', day: when.day(-9) },
      { says: 'yes', name: 'Paul', day: when.day(-8) },
      { says: 'done', name: 'Nadia', day: done },
      {
        says: 'tell',
        name: 'Nadia',
        day: told,
        named: true,
        thanks: 'Merci Paul, les étagères tiennent debout.',
      },
      { says: 'tell', name: 'Paul', day: told, named: true },
    ]),
  ]
}

function ride(when: Calendar): readonly SeedRecord[] {
  return [
    {
      key: 'arrangement-trajet',
      type: 'deal',
      fields: {
        what: 'Rosa prend Lucie devant l’église, pour Boën',
        when: 'mardi, à huit heures',
        where: 'place de l’église',
        about: ['@offre-trajet'],
        names: ['Lucie', 'Rosa'],
        mode: 'ride',
        commune: SAIL,
        state: 'agreed',
      },
      at: when.day(-1),
    },
    ...answers('arrangement-trajet', [
      { says: 'yes', name: 'Lucie', day: when.day(-1) },
      { says: 'yes', name: 'Rosa', day: when.day(-1) },
    ]),
  ]
}
