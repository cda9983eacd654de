import type { Waiting } from './waiting-acts.ts'

/** A line of a sheet was keyed with a word that nobody was given: it comes back to who keyed it. */
export const lineBack: Waiting = async box => {
  const thing = box.bring('thing', { title: 'Motoculteur', kind: 'machine' })
  return {
    who: box.keeper,
    others: [box.visitor()],
    arises: async () => {
      const typed = { 'mot.0': 'motoculteur 12 34', 'heure.0': '0:00', 'chose.0': thing }
      await box.keeper.post('/preter/reprise', typed)
      const [row] = box.engine.read.all('SELECT id FROM hand_line_home ORDER BY id DESC LIMIT 1')
      return [String(row?.['id'])]
    },
    act: (_page, [id = '']) => box.keeper.post('/preter/reprise', { 'ligne.0': id, 'mot.0': '' }),
  }
}
