import { nullPrototype } from '../../core/null-prototype.ts'

/**
 * Right and wrong proposals of each rule, on pages that no rule had been mended with: the six open
 * pages of docs/decisions/0053 before any mending, against what their writer expected, and the
 * sixteen pages of tests/harvest/guard, which were written to try the guard, judged by hand.
 * Deliberately absent: pages that were read while mending, which flatter their reader.
 *
 * Rows of one table are right or wrong together: a table counts once.
 *
 * Shape   [right, wrong], by the rule's name.
 */
export const MEASURED: Readonly<Record<string, readonly [number, number]>> = nullPrototype({
  'actor.commune': [0, 2],
  'actor.host': [4, 3],
  'actor.noun': [5, 17],
  'actor.plural': [5, 2],
  'actor.proper': [22, 2],
  'actor.purpose': [4, 0],
  'actor.role': [1, 1],
  'actor.staff': [1, 0],
  'decision.agreed': [0, 1],
  'decision.answered': [1, 0],
  'decision.listed': [15, 2],
  'decision.plain': [13, 1],
  'decision.told': [5, 3],
  'decision.voted': [3, 0],
  'event.day': [8, 0],
  'event.listed': [2, 0],
  'event.next': [9, 0],
  'event.told': [10, 1],
  'idea.asked': [0, 1],
  'idea.listed': [24, 5],
  'idea.told': [6, 3],
  'need.asked': [1, 0],
  'need.bare': [2, 1],
  'need.listed': [20, 3],
  'need.seeks': [24, 2],
  'need.to-change': [0, 1],
  'need.told': [3, 5],
  'offer.gives': [7, 0],
  'offer.listed': [14, 4],
  'offer.told': [13, 13],
  'offer.unsaid': [1, 1],
  'place.noun': [23, 20],
  'place.proper': [11, 7],
  'place.subject': [0, 1],
  'project.carried': [1, 2],
  'project.heading': [1, 0],
  'project.host': [3, 0],
  'project.row': [4, 1],
  'project.underway': [1, 1],
  'project.wished': [1, 0],
  'reference.address': [4, 1],
  'reference.model': [0, 1],
  'reference.work': [0, 2],
  'task.foresee': [1, 0],
  'task.infinitive': [9, 2],
  'task.inside': [0, 2],
  'task.item': [5, 6],
  'task.listed': [16, 3],
  'task.others': [9, 11],
  'task.promised': [3, 1],
  'table.row': [1, 0],
  'task.taken': [0, 1],
  'task.to-do': [2, 0],
  'voice.quoted': [11, 0],
})
