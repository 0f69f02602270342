import { afterEach, describe, expect, it } from 'vitest'
import { go, openSetUpKmsHost, setGuarded, useNavigation } from '../../../../src-renderer/stores/navigation-store.ts'
import { answer, useQuestion } from '../../../../src-renderer/stores/question-store.ts'

const page = (): string => useNavigation.getState().route.page

afterEach(() => useNavigation.setState({ route: { page: 'home' }, guarded: false }))

describe('leaving a page', () => {
  it('asks nothing where nothing was typed', async () => {
    await go({ page: 'journal', planId: null })
    expect(page()).toBe('journal')
    expect(useQuestion.getState().open).toBe(false)
  })

  it('waits for the answer where something was typed, and stays on no', async () => {
    setGuarded(true)
    const leaving = go({ page: 'journal', planId: null })
    expect(useQuestion.getState()).toMatchObject({ open: true, question: { title: 'Discard what you typed?' } })
    expect(page()).toBe('home')
    answer(false)
    await leaving
    expect(page()).toBe('home')
    expect(useNavigation.getState().guarded).toBe(true)
  })

  it('leaves on yes, and the next page is not guarded', async () => {
    setGuarded(true)
    const leaving = go({ page: 'journal', planId: null })
    answer(true)
    await leaving
    expect(page()).toBe('journal')
    expect(useNavigation.getState().guarded).toBe(false)
  })

  it('makes every opening of the wizard a visit of its own', async () => {
    const visit = (): unknown => {
      const { route } = useNavigation.getState()
      return route.page === 'set-up-kms-host' ? route.visit : null
    }
    await openSetUpKmsHost({ kind: 'new' })
    const first = visit()
    await openSetUpKmsHost({ kind: 'new' })
    expect(visit()).not.toBe(first)
  })
})
