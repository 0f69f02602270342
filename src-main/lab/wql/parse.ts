import type { Comparison, Condition, Select } from './syntax.ts'
import { tokenise, type Token } from './tokens.ts'

/** Thrown inside the parser alone; `parseWql` turns it into null. */
class SyntaxFault extends Error {}

const comparisons: Readonly<Record<string, Comparison>> = {
  '=': '=',
  '<>': '<>',
  '!=': '<>',
  '<': '<',
  '>': '>',
  '<=': '<=',
  '>=': '>=',
}

class Parser {
  readonly #tokens: readonly Token[]
  #at = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  select(): Select {
    this.#expectWord('select')
    const columns = this.#columns()
    this.#expectWord('from')
    const from = this.#name()
    const where = this.#takeWord('where') ? this.#or() : null
    if (this.#at < this.#tokens.length) throw new SyntaxFault()
    return { columns, from, where }
  }

  #columns(): readonly string[] | null {
    if (this.#takeSign('*')) return null
    const columns = [this.#name()]
    while (this.#takeSign(',')) columns.push(this.#name())
    return columns
  }

  #or(): Condition {
    let left = this.#and()
    while (this.#takeWord('or')) left = { kind: 'or', left, right: this.#and() }
    return left
  }

  #and(): Condition {
    let left = this.#not()
    while (this.#takeWord('and')) left = { kind: 'and', left, right: this.#not() }
    return left
  }

  #not(): Condition {
    if (this.#takeWord('not')) return { kind: 'not', inner: this.#not() }
    if (this.#takeSign('(')) {
      const inner = this.#or()
      if (!this.#takeSign(')')) throw new SyntaxFault()
      return inner
    }
    return this.#comparison()
  }

  #comparison(): Condition {
    const property = this.#name()
    if (this.#takeWord('is')) {
      const comparison = this.#takeWord('not') ? '<>' : '='
      this.#expectWord('null')
      return { kind: 'compare', property, comparison, literal: null }
    }
    if (this.#takeWord('like')) return { kind: 'compare', property, comparison: 'like', literal: this.#literal() }
    const sign = this.#next()
    const comparison = sign.kind === 'sign' ? comparisons[sign.value] : undefined
    if (comparison === undefined) throw new SyntaxFault()
    return { kind: 'compare', property, comparison, literal: this.#literal() }
  }

  #literal(): string | number | boolean | null {
    const token = this.#next()
    if (token.kind === 'text' || token.kind === 'number') return token.value
    if (token.kind === 'sign') throw new SyntaxFault()
    switch (token.value.toLowerCase()) {
      case 'null':
        return null
      case 'true':
        return true
      case 'false':
        return false
      default:
        throw new SyntaxFault()
    }
  }

  #next(): Token {
    const token = this.#tokens[this.#at]
    if (!token) throw new SyntaxFault()
    this.#at += 1
    return token
  }

  #name(): string {
    const token = this.#next()
    if (token.kind !== 'word') throw new SyntaxFault()
    return token.value
  }

  #expectWord(word: string): void {
    if (!this.#takeWord(word)) throw new SyntaxFault()
  }

  #takeWord(word: string): boolean {
    const token = this.#tokens[this.#at]
    if (token?.kind !== 'word' || token.value.toLowerCase() !== word) return false
    this.#at += 1
    return true
  }

  #takeSign(sign: string): boolean {
    const token = this.#tokens[this.#at]
    if (token?.kind !== 'sign' || token.value !== sign) return false
    this.#at += 1
    return true
  }
}

const parsed = new Map<string, Select | null>()
const keptQueries = 256

/** Parses a query of the data kind; null where it is not WQL. */
export const parseWql = (wql: string): Select | null => {
  const known = parsed.get(wql)
  if (known !== undefined) return known
  const tokens = tokenise(wql)
  let select: Select | null = null
  try {
    select = tokens && new Parser(tokens).select()
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error
  }
  if (parsed.size >= keptQueries) parsed.clear()
  parsed.set(wql, select)
  return select
}
