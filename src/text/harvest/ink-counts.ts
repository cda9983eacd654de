import { nullPrototype } from '../../core/null-prototype.ts'

/**
 * Right and wrong proposals of each rule, on pages that no rule had been mended with: of
 * docs/decisions/0053, the six open pages of the first set, the four of the third and the five of
 * the fourth, before any mending, against what their writer expected; and the sixteen pages of
 * tests/harvest/guard, which were written to try the guard, judged by hand.
 * Deliberately absent: pages that were read while mending, which flatter their reader.
 *
 * Rows of one table are right or wrong together: a table counts once.
 *
 * Shape   [right, wrong], by the rule's name.
 */
export const MEASURED: Readonly<Record<string, readonly [number, number]>> = nullPrototype({
  'actor.articled': [3, 0],
  'actor.commune': [0, 3],
  'actor.explained': [2, 0],
  'actor.host': [4, 4],
  'actor.noun': [10, 24],
  'actor.plural': [6, 2],
  'actor.proper': [32, 6],
  'actor.purpose': [8, 3],
  'actor.role': [1, 1],
  'actor.staff': [1, 0],
  'decision.agreed': [2, 2],
  'decision.answered': [1, 0],
  'decision.listed': [17, 3],
  'decision.plain': [18, 4],
  'decision.told': [5, 5],
  'decision.voted': [4, 2],
  'event.day': [16, 1],
  'event.listed': [5, 0],
  'event.next': [12, 0],
  'event.told': [16, 2],
  'idea.asked': [2, 1],
  'idea.listed': [25, 5],
  'idea.told': [21, 4],
  'need.asked': [2, 0],
  'need.bare': [2, 2],
  'need.listed': [21, 3],
  'need.seeks': [44, 4],
  'need.to-change': [1, 1],
  'need.told': [4, 5],
  'offer.gives': [14, 0],
  'offer.listed': [14, 4],
  'offer.told': [22, 20],
  'offer.unsaid': [3, 3],
  'place.noun': [38, 35],
  'place.proper': [20, 14],
  'place.subject': [0, 1],
  'project.carried': [1, 3],
  'project.heading': [1, 0],
  'project.host': [3, 0],
  'project.line': [1, 0],
  'project.row': [4, 1],
  'project.underway': [2, 2],
  'project.wished': [3, 0],
  'reference.address': [7, 1],
  'reference.model': [0, 1],
  'reference.work': [0, 2],
  'table.row': [1, 0],
  'task.foresee': [1, 0],
  'task.infinitive': [10, 2],
  'task.inside': [1, 5],
  'task.item': [11, 6],
  'task.listed': [18, 3],
  'task.others': [15, 20],
  'task.promised': [9, 3],
  'task.taken': [0, 1],
  'task.to-do': [4, 1],
  'voice.quoted': [17, 0],
})
