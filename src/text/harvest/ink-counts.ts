import { nullPrototype } from '../../core/null-prototype.ts'

/**
 * Right and wrong proposals of each rule, on pages that no rule had been mended with: of
 * docs/decisions/0053, the six open pages of the first set and the four open pages of the third,
 * before any mending, against what their writer expected; and the sixteen pages of
 * tests/harvest/guard, which were written to try the guard, judged by hand.
 * Deliberately absent: pages that were read while mending, which flatter their reader.
 *
 * Rows of one table are right or wrong together: a table counts once.
 *
 * Shape   [right, wrong], by the rule's name.
 */
export const MEASURED: Readonly<Record<string, readonly [number, number]>> = nullPrototype({
  'actor.articled': [2, 0],
  'actor.commune': [0, 3],
  'actor.explained': [2, 0],
  'actor.host': [4, 3],
  'actor.noun': [10, 20],
  'actor.plural': [6, 2],
  'actor.proper': [27, 4],
  'actor.purpose': [8, 0],
  'actor.role': [1, 1],
  'actor.staff': [1, 0],
  'decision.agreed': [0, 2],
  'decision.answered': [1, 0],
  'decision.listed': [17, 2],
  'decision.plain': [15, 4],
  'decision.told': [5, 3],
  'decision.voted': [3, 0],
  'event.day': [12, 1],
  'event.listed': [2, 0],
  'event.next': [11, 0],
  'event.told': [13, 2],
  'idea.asked': [2, 1],
  'idea.listed': [25, 5],
  'idea.told': [12, 3],
  'need.asked': [2, 0],
  'need.bare': [2, 1],
  'need.listed': [21, 3],
  'need.seeks': [34, 3],
  'need.to-change': [1, 1],
  'need.told': [3, 5],
  'offer.gives': [9, 0],
  'offer.listed': [14, 4],
  'offer.told': [17, 16],
  'offer.unsaid': [2, 2],
  'place.noun': [31, 24],
  'place.proper': [14, 7],
  'place.subject': [0, 1],
  'project.carried': [1, 2],
  'project.heading': [1, 0],
  'project.host': [3, 0],
  'project.line': [1, 0],
  'project.row': [4, 1],
  'project.underway': [1, 1],
  'project.wished': [1, 0],
  'reference.address': [4, 1],
  'reference.model': [0, 1],
  'reference.work': [0, 2],
  'table.row': [1, 0],
  'task.foresee': [1, 0],
  'task.infinitive': [10, 2],
  'task.inside': [1, 3],
  'task.item': [11, 6],
  'task.listed': [17, 3],
  'task.others': [10, 15],
  'task.promised': [6, 2],
  'task.taken': [0, 1],
  'task.to-do': [3, 1],
  'voice.quoted': [13, 0],
})
