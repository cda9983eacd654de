import type { Command } from '../../../../contract/command.ts'
import { type Decision, draft } from '../../../../contract/decision.ts'
import { message, type Say } from '../../../../contract/message.ts'
import type { Input } from '../../../../core/form/input.ts'
import type { fr } from '../../words/fr.ts'
import { recipe } from '../records.ts'
import { recipeOf } from './recipes.ts'

type Words = typeof fr
const say: Say<Words> = message
export const RECIPES = '/animations'
export const NEW = 'nouvelle'
export const LISTS = ['needs', 'steps', 'after', 'pitfalls'] as const
export const LINES = ['title', 'aim', 'lasts', 'people'] as const
export type ListName = (typeof LISTS)[number]

export const one = (input: Input, name: string): string => {
  const value = Object.hasOwn(input, name) ? input[name] : undefined
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim()
}

const MOST_LINES = 30
const write: Command<Words> = {
  name: 'writeRecipe',
  path: `${RECIPES}/ecrire`,
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const it = recipeOf(read, at.lang, one(input, 'id'))
    if (one(input, 'title') === '') return { refused: say('animation.sayTitle'), field: 'title' }
    const lines = (name: ListName): readonly string[] =>
      one(input, name)
        .split(/\r?\n/)
        .map(line => line.trim())
        .filter(line => line !== '')
        .slice(0, MOST_LINES)
    const long = LISTS.find(name =>
      lines(name).some(line => line.length > (recipe.fields[name].longest ?? 0)),
    )
    if (long) return { refused: say('animation.shorter'), field: long }
    const fields = {
      ...Object.fromEntries(
        LINES.map(name => [name, one(input, name).slice(0, name === 'aim' ? 400 : 300)]),
      ),
      ...Object.fromEntries(LISTS.map(name => [name, lines(name)])),
      ...(it?.isOurs ? { origin: it.id } : {}),
    }
    const record = it && !it.isOurs ? it.id : at.newId()
    return {
      drafts: [draft(recipe, record, fields)],
      next: `${RECIPES}/${record}`,
      said: say('animation.kept'),
    }
  },
}

export const recipeCommands: readonly Command<Words>[] = [write]
